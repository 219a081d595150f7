import { CSPProvider } from '@base-ui/react/csp-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import '@fontsource-variable/inter'
import '@fontsource-variable/source-serif-4'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import './styles/tokens.css'
import './styles/base.css'
import { App } from './app/app.tsx'
import { askFirst } from './app/first-questions.ts'
import { followClosing } from './app/follow-closing.ts'
import { followErrors } from './app/follow-errors.ts'
import { followKeys } from './app/keymap.ts'
import { followMenu } from './app/menu-link.ts'
import { startEditor } from './app/page-parts.ts'
import { dressWindow } from './app/theme.ts'
import { pageNonce } from './lib/page-nonce.ts'
import { followMain, queryClient } from './lib/query-client.ts'
import { beginStartUp } from './lib/start-up.ts'

beginStartUp()
askFirst()
dressWindow()
followErrors()
followMain()
followClosing()
followKeys()
followMenu()

const root = document.getElementById('root')
if (!root) throw new Error('The page has no place for the app')

createRoot(root).render(
  <CSPProvider nonce={pageNonce()}>
    <QueryClientProvider client={queryClient}>
      <Tooltip.Provider delay={500} closeDelay={0}>
        <App />
      </Tooltip.Provider>
    </QueryClientProvider>
  </CSPProvider>,
)

void startEditor()
