import { z } from 'zod'

const pixels = z.number().int().min(1).max(100_000)

/** What is done to one picture by hand, in this order; it begins upright. */
export const imageEdit = z
  .object({
    /** Quarter turns clockwise. */
    turn: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
    /** From left to right. */
    flip: z.boolean(),
    /** The part that stays, in pixels of the turned and flipped picture; null: all of it. */
    crop: z
      .object({
        left: z.number().int().min(0).max(100_000),
        top: z.number().int().min(0).max(100_000),
        width: pixels,
        height: pixels,
      })
      .strict()
      .nullable(),
    /** Of the result, never more than the part has; the height follows. Null: as it is. */
    width: pixels.nullable(),
    /** 1 to 100, for formats that lose detail. */
    quality: z.number().int().min(1).max(100),
  })
  .strict()
export type ImageEdit = z.infer<typeof imageEdit>
