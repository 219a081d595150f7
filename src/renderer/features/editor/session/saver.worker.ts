import { type DeskRequest, SaverDesk } from './saver-desk.ts'

const desk = new SaverDesk()

addEventListener('message', ({ data }: MessageEvent<{ id: number; request: DeskRequest }>) => {
  try {
    postMessage({ id: data.id, reply: desk.answer(data.request) })
  } catch (error) {
    postMessage({ id: data.id, error: error instanceof Error ? error.message : String(error) })
  }
})
