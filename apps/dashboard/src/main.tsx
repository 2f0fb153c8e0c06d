import { createRoot } from 'react-dom/client'
import './styles/base.css'
import './styles/parts.css'
import './styles/fleet.css'
import './styles/detail.css'
import { resume } from './graph/session.ts'
import { App } from './shell/app.tsx'
import { applyTheme } from './shell/theme.ts'

/* The page at /dashboard and below: everything an operator sees and does, through the public graph alone. */

applyTheme()
void resume()
createRoot(document.getElementById('app')!).render(<App />)
