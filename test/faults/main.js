/** npm run test:faults -- [--rounds 50] [--only points,database] [--engine postgres] [--seed 7] [--recipients 2000] */
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

// The tests are TypeScript, which the oldest Node that we support does not read by itself.
const { module } = await runnerImport(fileURLToPath(new URL('command.ts', import.meta.url)))
process.exit(module.code)
