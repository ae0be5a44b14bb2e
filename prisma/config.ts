import { defineConfig } from 'prisma/config'

// `prisma generate` looks for a native schema engine that it does not use here, and would download it. Any
// executable satisfies the check; our migrations run on the engine's WASM build (src/db/migrate.ts).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'schema.prisma',
  migrations: { path: 'migrations' },
})
