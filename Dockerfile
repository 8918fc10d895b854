# The image of Synoptic: one for `serve` and `worker` alike. Debian, since SQLite's binaries are built for glibc.

FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# No install script is needed by any dependency; the build runs below, when the sources are there.
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
COPY workers ./workers
# The types of the package's client.
COPY schemas ./schemas
COPY scripts/bundle.mjs scripts/copy-files.mjs scripts/link-program.mjs ./scripts/
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:20-bookworm-slim
ENV NODE_ENV=production \
    SYNOPTIC_DATA=/data \
    SYNOPTIC_HOST=0.0.0.0 \
    SYNOPTIC_PORT=8080
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json LICENSE NOTICE ./
COPY data ./data
COPY docs ./docs
COPY schemas ./schemas
COPY samples ./samples
# The embedded store; not used when DATABASE_URL names PostgreSQL.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 8080
# For `serve`; docker-compose.yml gives workers one of their own.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/healthz').then((answer) => { process.exitCode = answer.ok ? 0 : 1 }, () => { process.exitCode = 1 })"]
ENTRYPOINT ["node", "dist/src/cli/main.js"]
CMD ["serve"]
