/** Made by `npm run client` from the OpenAPI document of the service. Do not edit. */

export interface paths {
    "/api/articles/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an article down everywhere
         * @description Its bytes and what was read of them are deleted, and every report that holds it: such a comparison becomes `failed` and says why. Comparisons under way go on without it. The hash is kept, so that the same bytes are not taken in again.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sha256: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description What was removed. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Takedown"];
                    };
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. `cross-site`: The request comes from another site. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List batches, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One page. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BatchList"];
                    };
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Submit many events at once
         * @description All events are taken, or none. Options and callbackUrl hold for every event that has no options of its own; the callback is called once for each comparison.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key with the same request gives the first answer again; with another request, 422. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BatchRequest"];
                };
            };
            responses: {
                /** @description Accepted; Location says where to follow it. */
                202: {
                    headers: {
                        "idempotency-replayed"?: string;
                        location: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Batch"];
                    };
                };
                /** @description `malformed-request`: The request cannot be read. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. `cross-site`: The request comes from another site. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `too-large`: The request is too large. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unsupported-media-type`: The body has a type that is not read here. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. `idempotency-conflict`: The Idempotency-Key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a batch has come */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The state. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Batch"];
                    };
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{id}/actors.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * actors.csv of all events that are finished
         * @description One row for each label, modifier, act and sum of words heard of each person, body and place in each article. An article that does not mean the actor has no row. The columns event (id of the comparison) and event_title stand in front.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The table. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `busy`: All places are taken. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{id}/articles.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * articles.csv of all events that are finished
         * @description One row for each article, in input order, those that could not be read included. The columns event (id of the comparison) and event_title stand in front.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The table. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `busy`: All places are taken. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{id}/cells.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * cells.csv of all events that are finished
         * @description One row for each article in each column of the alignment: article × claim, then article × quotation. Absent and unknown cells are rows too; count them apart. The columns event (id of the comparison) and event_title stand in front.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The table. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `busy`: All places are taken. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{id}/findings.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * findings.csv of all events that are finished
         * @description One row for each passage of evidence of each finding, in reading order. The columns event (id of the comparison) and event_title stand in front.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The table. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `busy`: All places are taken. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{id}/quotes.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * quotes.csv of all events that are finished
         * @description One row for each attribution in each article: who is said to have told or thought something, and in which words. The columns event (id of the comparison) and event_title stand in front.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The table. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `busy`: All places are taken. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Results as JSON lines, each when its comparison is final
         * @description A line is a BatchResult. Lines come in the order in which comparisons end.
         */
        get: {
            parameters: {
                query?: {
                    /** @description false: only what is finished now; else the stream ends when all comparisons are final */
                    follow?: "true" | "false";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The lines. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/jsonl": components["schemas"]["BatchResult"];
                    };
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `busy`: All places are taken. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List and search comparisons, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    after?: string;
                    /** @description only comparisons of this batch */
                    batch?: string;
                    /** @description submitted on this day (UTC) or later */
                    from?: string;
                    /** @description only what was compared by itself, or only events of batches; else all */
                    kind?: "single" | "batch" | "all";
                    limit?: number;
                    /** @description sent with the same key */
                    mine?: "true";
                    /** @description the whole name of one */
                    outlet?: string;
                    /** @description words, or beginnings of words, that title, outlets and texts hold, in any case and without accents */
                    q?: string;
                    state?: "queued" | "running" | "complete" | "partial" | "failed";
                    tag?: string;
                    /** @description submitted on this day (UTC) or earlier */
                    until?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description One page; Link rel="next" leads on. */
                200: {
                    headers: {
                        link?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ComparisonList"];
                    };
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Submit sources to be compared */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The same key with the same request gives the first answer again; with another request, 422. */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ComparisonRequest"];
                    "multipart/form-data": {
                        callbackUrl?: string;
                        deadlineSeconds?: string;
                        files?: string[];
                        /** @description a second reader's notes, as a text or a file */
                        notes?: string;
                        /** @description the n-th is that of the n-th text */
                        outlet?: string[];
                        /** @description likewise */
                        publishedAt?: string[];
                        /** @enum {string} */
                        reader?: "false";
                        /** @description pasted texts, a field a text */
                        text?: string[];
                        title?: string;
                        /** @description addresses, one a line; repeatable */
                        url?: string;
                        zone?: string;
                    };
                };
            };
            responses: {
                /** @description Accepted; Location says where to follow it. */
                202: {
                    headers: {
                        "idempotency-replayed"?: string;
                        location: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Comparison"];
                    };
                };
                /** @description `malformed-request`: The request cannot be read. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. `cross-site`: The request comes from another site. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `too-large`: The request is too large. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unsupported-media-type`: The body has a type that is not read here. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. `idempotency-conflict`: The Idempotency-Key was used for another request. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** State of a comparison and of each source */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The state. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Comparison"];
                    };
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete a comparison
         * @description The report goes, and the articles and bytes that no other comparison uses. A comparison under way is not finished.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Deleted. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. `cross-site`: The request comes from another site. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}/check-quotation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether each report has some words: verbatim, cut, altered, in other words, credited to somebody else */
        get: {
            parameters: {
                query: {
                    saidBy?: string;
                    words: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description An answer a report, as `npx synoptic check-quotation --json` prints it. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CheckedQuotation"][];
                    };
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. `no-report`: There is no report. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-finished`: The comparison is not finished. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Progress as server-sent events
         * @description Each `progress` event holds the state as `GET /api/comparisons/{id}` gives it; the last one is `final`, after which the stream ends. Comments keep it open. A client that comes back with the Last-Event-ID of the final event is told 204, and stops.
         */
        get: {
            parameters: {
                query?: never;
                header?: {
                    "last-event-id"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The stream. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
                /** @description The final event of Last-Event-ID was the last. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `busy`: All places are taken. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}/evidence.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the report rests on: pages as WARC with request and answer, texts, hashes
         * @description The zip of `npx synoptic evidence`, which checks it, too. Cookies and credentials are not in it.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The zip. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/zip": string;
                    };
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. `no-report`: There is no report. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-finished`: The comparison is not finished. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}/find-statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether each report makes a statement: says it, gives another value, denies it, does not tell it */
        get: {
            parameters: {
                query: {
                    words: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description An answer a report, as `npx synoptic find-statement --json` prints it. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FoundStatement"][];
                    };
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. `no-report`: There is no report. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-finished`: The comparison is not finished. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}/notes.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its notes of a second reader, as they were handed in or as the operator's reader made them */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The notes, with which `compare --notes` makes the same report. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            differences: {
                                answers: {
                                    by?: string | null;
                                    sentence?: string | null;
                                    source: string;
                                    words: string;
                                }[];
                                /** @enum {string} */
                                kind: "value" | "opposite" | "speaker" | "quotation" | "certainty" | "omission" | "naming" | "emphasis";
                                question: string;
                                silent: string[];
                                weight: 1 | 2 | 3;
                                written?: {
                                    source: string;
                                    /** @enum {string|null} */
                                    when?: "before" | "after" | null;
                                }[];
                            }[];
                            /** @enum {string} */
                            format: "synoptic-notes/1";
                            /** @default [] */
                            pairs: {
                                a: {
                                    source: string;
                                    words: string;
                                };
                                b: {
                                    source: string;
                                    words: string;
                                };
                                /** @enum {string} */
                                verdict: "same" | "near" | "different";
                            }[];
                            reader: {
                                at?: string;
                                key?: string;
                                /** @enum {string} */
                                kind: "model" | "person" | "program";
                                name: string;
                                prompts?: string;
                                test?: string;
                            };
                        };
                    };
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report, in the form that Accept names */
        get: {
            parameters: {
                query?: never;
                header?: {
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The report. */
                200: {
                    headers: {
                        etag: string;
                        vary?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Report"];
                        "application/jsonl": {
                            [key: string]: unknown;
                        };
                        "application/ld+json": {
                            [key: string]: unknown;
                        };
                        "application/pdf": string;
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                        "application/zip": string;
                        "text/csv": string;
                        "text/html": string;
                        "text/markdown": string;
                    };
                };
                /** @description The report is the one of If-None-Match. */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. `no-report`: There is no report. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-acceptable`: None of the accepted formats is available. */
                406: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-finished`: The comparison is not finished. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `cannot-print`: There is nothing here to print with. */
                501: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}/report.actors.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as actors.csv: a row for each label, modifier and act of each person, body and place in each article */
        get: {
            parameters: {
                query?: never;
                header?: {
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The report. */
                200: {
                    headers: {
                        etag: string;
                        vary?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description The report is the one of If-None-Match. */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. `no-report`: There is no report. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-finished`: The comparison is not finished. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}/report.actors.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as actors.jsonl: the rows of the CSV with JSON’s types, lists as arrays */
        get: {
            parameters: {
                query?: never;
                header?: {
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The report. */
                200: {
                    headers: {
                        etag: string;
                        vary?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/jsonl": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description The report is the one of If-None-Match. */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. `no-report`: There is no report. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-finished`: The comparison is not finished. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}/report.annotations.jsonld": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as annotations.jsonld: a W3C annotation page, an annotation a finding */
        get: {
            parameters: {
                query?: never;
                header?: {
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The report. */
                200: {
                    headers: {
                        etag: string;
                        vary?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/ld+json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description The report is the one of If-None-Match. */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. `no-report`: There is no report. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-finished`: The comparison is not finished. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}/report.articles.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as articles.csv: a row for each article */
        get: {
            parameters: {
                query?: never;
                header?: {
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The report. */
                200: {
                    headers: {
                        etag: string;
                        vary?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description The report is the one of If-None-Match. */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. `no-report`: There is no report. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-finished`: The comparison is not finished. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}/report.articles.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as articles.jsonl: the rows of the CSV with JSON’s types, lists as arrays */
        get: {
            parameters: {
                query?: never;
                header?: {
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The report. */
                200: {
                    headers: {
                        etag: string;
                        vary?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/jsonl": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description The report is the one of If-None-Match. */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. `no-report`: There is no report. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-finished`: The comparison is not finished. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}/report.cells.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as cells.csv: a row for each article in each column, absent and unknown ones included */
        get: {
            parameters: {
                query?: never;
                header?: {
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The report. */
                200: {
                    headers: {
                        etag: string;
                        vary?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description The report is the one of If-None-Match. */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. `no-report`: There is no report. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-finished`: The comparison is not finished. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}/report.cells.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as cells.jsonl: the rows of the CSV with JSON’s types, lists as arrays */
        get: {
            parameters: {
                query?: never;
                header?: {
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The report. */
                200: {
                    headers: {
                        etag: string;
                        vary?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/jsonl": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description The report is the one of If-None-Match. */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. `no-report`: There is no report. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-finished`: The comparison is not finished. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}/report.codebook.md": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as codebook.md: what the columns of the tables mean */
        get: {
            parameters: {
                query?: never;
                header?: {
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The report. */
                200: {
                    headers: {
                        etag: string;
                        vary?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "text/markdown": string;
                    };
                };
                /** @description The report is the one of If-None-Match. */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. `no-report`: There is no report. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-finished`: The comparison is not finished. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}/report.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as csv: the same as cells.csv */
        get: {
            parameters: {
                query?: never;
                header?: {
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The report. */
                200: {
                    headers: {
                        etag: string;
                        vary?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description The report is the one of If-None-Match. */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. `no-report`: There is no report. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-finished`: The comparison is not finished. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}/report.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as docx: a hand-out for Word and LibreOffice */
        get: {
            parameters: {
                query?: never;
                header?: {
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The report. */
                200: {
                    headers: {
                        etag: string;
                        vary?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    };
                };
                /** @description The report is the one of If-None-Match. */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. `no-report`: There is no report. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-finished`: The comparison is not finished. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}/report.findings.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as findings.csv: a row for each finding */
        get: {
            parameters: {
                query?: never;
                header?: {
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The report. */
                200: {
                    headers: {
                        etag: string;
                        vary?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description The report is the one of If-None-Match. */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. `no-report`: There is no report. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-finished`: The comparison is not finished. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}/report.findings.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as findings.jsonl: the rows of the CSV with JSON’s types, lists as arrays */
        get: {
            parameters: {
                query?: never;
                header?: {
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The report. */
                200: {
                    headers: {
                        etag: string;
                        vary?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/jsonl": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description The report is the one of If-None-Match. */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. `no-report`: There is no report. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-finished`: The comparison is not finished. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}/report.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as html: one file that opens from disk and loads nothing */
        get: {
            parameters: {
                query?: never;
                header?: {
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The report. */
                200: {
                    headers: {
                        etag: string;
                        vary?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": string;
                    };
                };
                /** @description The report is the one of If-None-Match. */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. `no-report`: There is no report. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-finished`: The comparison is not finished. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}/report.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as json: the contract: schema synoptic/report@1 */
        get: {
            parameters: {
                query?: never;
                header?: {
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The report. */
                200: {
                    headers: {
                        etag: string;
                        vary?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Report"];
                    };
                };
                /** @description The report is the one of If-None-Match. */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. `no-report`: There is no report. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-finished`: The comparison is not finished. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}/report.md": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as md: CommonMark with tables */
        get: {
            parameters: {
                query?: never;
                header?: {
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The report. */
                200: {
                    headers: {
                        etag: string;
                        vary?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "text/markdown": string;
                    };
                };
                /** @description The report is the one of If-None-Match. */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. `no-report`: There is no report. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-finished`: The comparison is not finished. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}/report.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as pdf: the page as it prints; where the service has a Chromium */
        get: {
            parameters: {
                query?: never;
                header?: {
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The report. */
                200: {
                    headers: {
                        etag: string;
                        vary?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
                /** @description The report is the one of If-None-Match. */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. `no-report`: There is no report. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-finished`: The comparison is not finished. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `cannot-print`: There is nothing here to print with. */
                501: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}/report.qdpx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as qdpx: a REFI-QDA project for MAXQDA, NVivo, ATLAS.ti; only of a report that holds its texts */
        get: {
            parameters: {
                query?: never;
                header?: {
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The report. */
                200: {
                    headers: {
                        etag: string;
                        vary?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/zip": string;
                    };
                };
                /** @description The report is the one of If-None-Match. */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. `no-report`: There is no report. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-finished`: The comparison is not finished. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}/report.quotes.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as quotes.csv: a row for each quotation */
        get: {
            parameters: {
                query?: never;
                header?: {
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The report. */
                200: {
                    headers: {
                        etag: string;
                        vary?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                /** @description The report is the one of If-None-Match. */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. `no-report`: There is no report. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-finished`: The comparison is not finished. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}/report.quotes.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as quotes.jsonl: the rows of the CSV with JSON’s types, lists as arrays */
        get: {
            parameters: {
                query?: never;
                header?: {
                    "if-none-match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The report. */
                200: {
                    headers: {
                        etag: string;
                        vary?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/jsonl": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description The report is the one of If-None-Match. */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. `no-report`: There is no report. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-finished`: The comparison is not finished. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/comparisons/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions of its reports, which of them it rests on, and what changed since */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The versions. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VersionsOfComparison"];
                    };
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `not-found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read one source and show what is found in it
         * @description The answer is that of `npx synoptic inspect --json`. A source that cannot be read is an answer too: its text is empty and its issues say why. Nothing is stored.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InspectRequest"];
                };
            };
            responses: {
                /** @description The article. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Article"];
                    };
                };
                /** @description `malformed-request`: The request cannot be read. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. `cross-site`: The request comes from another site. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `too-large`: The request is too large. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `unsupported-media-type`: The body has a type that is not read here. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `busy`: All places are taken. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/watching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sources that are watched, with their health, and the newest comparisons of their stories */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Both. Times are milliseconds since the epoch. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Watching"];
                    };
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process answers */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It does. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Health"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Metrics in the text format of Prometheus */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The metrics. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
                /** @description `key-required`: An API key is needed. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `scope-missing`: The API key does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OpenAPI 3.1. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            openapi: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description `rate-limited`: Too many requests. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether store and queue answer */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Both do. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Health"];
                    };
                };
                /** @description `invalid`: The request does not say what is needed. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description One does not. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Health"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Article: {
            blocks: {
                end: number;
                /** @enum {string} */
                kind: "headline" | "standfirst" | "subhead" | "paragraph" | "list-item" | "blockquote" | "table-row" | "caption" | "imprint" | "embed";
                /** @enum {boolean} */
                link?: true;
                start: number;
            }[];
            bylines: string[];
            claims: {
                allegation?: boolean;
                end: number;
                hedged: boolean;
                id: string;
                negated: boolean;
                quote: string | null;
                sentence: string;
                start: number;
                /** @enum {string} */
                voice: "own" | "attributed" | "unclear";
            }[];
            completeness: {
                reasons: string[];
                /** @enum {string} */
                state: "complete" | "truncated" | "unreadable";
            };
            credit: string | null;
            entities: {
                id: string;
                /** @enum {string} */
                kind: "person" | "organisation" | "place" | "other";
                mentions: {
                    end: number;
                    start: number;
                }[];
                name: string;
            }[];
            excerpts?: {
                end: number;
                start: number;
                text: string;
            }[];
            fetchedAt: string | null;
            generator: {
                /** @enum {string} */
                name: "synoptic";
                options: {
                    [key: string]: string | number | boolean | null;
                };
                reader?: {
                    name: string;
                    prompts?: string;
                    sha256: string;
                };
                version: string;
                versions: {
                    [key: string]: string;
                };
            };
            headline: {
                end: number;
                start: number;
            } | null;
            id: string;
            issues: {
                article: string | null;
                code: string;
                end?: number;
                message: string;
                /** @enum {string} */
                severity: "error" | "warning" | "info";
                source: string | null;
                /** @enum {string} */
                stage: "ingest" | "normalize" | "annotate" | "align" | "compare" | "report";
                start?: number;
            }[];
            language: string;
            marked: {
                end: number;
                /** @enum {string} */
                kind: "scare" | "title" | "nickname" | "term";
                start: number;
            }[];
            modifiedAt: string | null;
            outlet: {
                id: string;
                name: string;
            };
            publishedAt: string | null;
            quantities: {
                end: number;
                /** @enum {string} */
                kind: "number" | "money" | "percent" | "duration" | "date" | "time";
                /** @enum {string} */
                qualifier?: "about" | "nearly" | "less-than" | "at-most" | "more-than" | "at-least";
                start: number;
                unit: string | null;
                value: string;
            }[];
            quotes: {
                confidence: number | null;
                content: {
                    end: number;
                    start: number;
                }[];
                cue: {
                    end: number;
                    start: number;
                }[];
                cueLemma: string | null;
                id: string;
                /** @enum {string} */
                kind: "direct" | "indirect" | "mixed";
                parent?: string;
                source: {
                    end: number;
                    start: number;
                }[];
                /** @enum {string} */
                sourceClass?: "named" | "role" | "organisation" | "document" | "collective" | "anonymous" | "pronoun";
                speaker: {
                    entity: string | null;
                    name: string;
                } | null;
                /** @enum {string|null} */
                stance: "neutral" | "doubting" | "endorsing" | "conceding" | "insisting" | "denying" | "emotive" | null;
                withSpeakers?: {
                    entity: string | null;
                    name: string;
                }[];
            }[];
            removed?: {
                rule: string;
                text: string;
            }[];
            removedCount?: number;
            /** @enum {string} */
            role?: "reference";
            /** @enum {string} */
            schema: "synoptic/article@1";
            section?: string | null;
            sentences: {
                end: number;
                id: string;
                start: number;
            }[];
            sha256: string | null;
            source: string;
            text: string;
            textLength?: number;
            textSha256?: string;
            url: string | null;
        };
        Batch: {
            /** Format: date-time */
            createdAt: string;
            finished: boolean;
            id: string;
            links: {
                comparisons: string;
                page: string;
                results: string;
                self: string;
            };
            states: {
                complete?: number;
                failed?: number;
                partial?: number;
                queued?: number;
                running?: number;
            };
            title: string | null;
            total: number;
        };
        BatchList: {
            items: components["schemas"]["Batch"][];
            next: string | null;
        };
        BatchRequest: {
            /**
             * @description where the outcome is POSTed, signed
             * @example https://news.example/talks
             */
            callbackUrl?: string;
            events: {
                notes?: components["schemas"]["Notes"];
                options?: components["schemas"]["OptionsRequest"];
                /** @description false: without the operator's second reader, where there is one */
                reader?: boolean;
                sources: components["schemas"]["SourceRequest"][];
                /** @description title of the event; else the first headline */
                title?: string;
            }[];
            options?: components["schemas"]["OptionsRequest"];
            /** @description title of the event; else the first headline */
            title?: string;
        };
        BatchResult: {
            id: string;
            /** @description index of the event in the request, from 0 */
            position: number;
            reasons: string[];
            report: components["schemas"]["Report"] & (Record<string, never> | null);
            /** @enum {string} */
            state: "queued" | "running" | "complete" | "partial" | "failed";
            title: string | null;
        };
        CheckedQuotation: {
            edits: {
                added?: string;
                /** @enum {string|null} */
                carries: "negation" | "condition" | "hedge" | "object" | "opposing-clause" | null;
                elsewhere: boolean;
                marked: boolean;
                mayBePause?: boolean;
                removed: string;
                /** @enum {string} */
                type: "cut-start" | "cut-end" | "cut-middle" | "inserted" | "replaced" | "merged" | "to-indirect";
            }[];
            evidence: {
                end: number;
                start: number;
                text: string;
            }[];
            /** @enum {string} */
            form: "verbatim" | "cut" | "altered" | "paraphrased" | "credited-otherwise" | "not-found" | "unreadable";
            missing: string[];
            outlet: string;
            reason: string | null;
            /** @enum {string} */
            schema: "synoptic/check-quotation@1";
            source: string;
            speaker: string | null;
            url: string | null;
            /** @enum {string|null} */
            wording: "verbatim" | "cut" | "altered" | "paraphrased" | null;
        };
        Comparison: {
            batch: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            deadlineAt: string;
            /** Format: date-time */
            finishedAt: string | null;
            id: string;
            links: {
                events: string;
                page: string;
                report: string;
                self: string;
            };
            /**
             * @description how far a second reader's notes are; null without any
             * @enum {string|null}
             */
            notes: "given" | "awaited" | "made" | "printed" | "failed" | null;
            /** @description why the reader gave none */
            notesReason: string | null;
            options: {
                deadlineSeconds: number;
                zone: string;
            };
            progress: {
                fetched: number;
                lost: number;
                read: number;
                total: number;
                waiting: number;
            };
            /** @description why it is partial or failed, in sentences */
            reasons: string[];
            sources: {
                /** @description of the page that was read, after redirects */
                address: string | null;
                issue: components["schemas"]["Issue"];
                /** @enum {string} */
                kind: "url" | "file" | "stdin" | "stored";
                name: string;
                outlet: string | null;
                position: number;
                /** @enum {string} */
                state: "waiting" | "fetched" | "read" | "lost";
            }[];
            /** @enum {string} */
            state: "queued" | "running" | "complete" | "partial" | "failed";
            /** @description what the report comes to; null without one */
            summary: {
                blocks: {
                    cannot: number;
                    quoted: number;
                    told: number;
                };
                complete: boolean;
                errors: string[];
                findings: number;
                first: string | null;
                independentTexts: number;
                notes?: {
                    refused: {
                        [key: string]: number;
                    };
                    taken: number;
                };
                nothingComparable: boolean;
                readable: number;
                sources: number;
                title: string;
            } | null;
            title: string | null;
            webhook: {
                attempts: number;
                /** Format: date-time */
                deliveredAt: string | null;
                lastError: string | null;
                /** Format: date-time */
                nextAt: string | null;
                state: ("pending" | "delivered" | "given-up") | "waiting";
                url: string;
            } | null;
        };
        ComparisonList: {
            items: components["schemas"]["ListedComparison"][];
            next: string | null;
        };
        ComparisonRequest: {
            /**
             * @description where the outcome is POSTed, signed
             * @example https://news.example/talks
             */
            callbackUrl?: string;
            notes?: components["schemas"]["Notes"];
            options?: components["schemas"]["OptionsRequest"];
            /** @description false: without the operator's second reader, where there is one */
            reader?: boolean;
            sources: components["schemas"]["SourceRequest"][];
            /** @description title of the event; else the first headline */
            title?: string;
        };
        Feed: {
            address: string;
            askedAt: number | null;
            dueAt: number | null;
            failing: {
                since: number;
                times: number;
                why: string;
            } | null;
            from: string | null;
            /** @enum {string|null} */
            kind: "rss" | "atom" | "rdf" | "json" | "sitemap" | "sitemap-index" | "opml" | null;
            remark: string | null;
            sha256: string | null;
            title: string | null;
            validators: {
                etag: string | null;
                lastModified: string | null;
            } | null;
            wellAt: number | null;
        };
        FoundStatement: {
            credit: string | null;
            evidence: {
                end: number;
                start: number;
                text: string;
            }[];
            outlet: string;
            reason: string | null;
            /** @enum {string} */
            schema: "synoptic/find-statement@1";
            source: string;
            /** @enum {string} */
            state: "says" | "other-value" | "denies" | "absent" | "unknown";
            url: string | null;
        };
        Health: {
            checks?: {
                [key: string]: "ok" | "unavailable";
            };
            /** @enum {string} */
            status: "ok" | "unavailable";
        };
        InspectRequest: {
            /** @description also list what the cleaning rules took out */
            removed?: boolean;
            source: components["schemas"]["SourceRequest"];
            /**
             * @description IANA time zone for dates in articles that state none
             * @example UTC
             */
            zone?: string;
        };
        Issue: {
            article: string | null;
            code: string;
            end?: number;
            message: string;
            /** @enum {string} */
            severity: "error" | "warning" | "info";
            source: string | null;
            /** @enum {string} */
            stage: "ingest" | "normalize" | "annotate" | "align" | "compare" | "report";
            start?: number;
        } | null;
        KeptVersion: {
            /** Format: date-time */
            fetchedAt: string;
            headline: string | null;
            /** @description of the bytes */
            sha256: string;
            /** @description hash of what was read */
            text: string;
        };
        ListedComparison: {
            batch: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            deadlineAt: string;
            /** Format: date-time */
            finishedAt: string | null;
            id: string;
            links: {
                events: string;
                page: string;
                report: string;
                self: string;
            };
            /**
             * @description how far a second reader's notes are; null without any
             * @enum {string|null}
             */
            notes: "given" | "awaited" | "made" | "printed" | "failed" | null;
            /** @description why the reader gave none */
            notesReason: string | null;
            /** @description as read, else as given */
            outlets: string[];
            /** @description why it is partial or failed, in sentences */
            reasons: string[];
            /** @enum {string} */
            state: "queued" | "running" | "complete" | "partial" | "failed";
            /** @description what the report comes to; null without one */
            summary: {
                blocks: {
                    cannot: number;
                    quoted: number;
                    told: number;
                };
                complete: boolean;
                errors: string[];
                findings: number;
                first: string | null;
                independentTexts: number;
                notes?: {
                    refused: {
                        [key: string]: number;
                    };
                    taken: number;
                };
                nothingComparable: boolean;
                readable: number;
                sources: number;
                title: string;
            } | null;
            tags: string[];
            title: string | null;
        };
        /** @description a second reader's notes: what stands of them is printed, marked as its own */
        Notes: {
            differences: {
                answers: {
                    by?: string | null;
                    sentence?: string | null;
                    source: string;
                    words: string;
                }[];
                /** @enum {string} */
                kind: "value" | "opposite" | "speaker" | "quotation" | "certainty" | "omission" | "naming" | "emphasis";
                question: string;
                silent: string[];
                weight: 1 | 2 | 3;
                written?: {
                    source: string;
                    /** @enum {string|null} */
                    when?: "before" | "after" | null;
                }[];
            }[];
            /** @enum {string} */
            format: "synoptic-notes/1";
            /** @default [] */
            pairs: {
                a: {
                    source: string;
                    words: string;
                };
                b: {
                    source: string;
                    words: string;
                };
                /** @enum {string} */
                verdict: "same" | "near" | "different";
            }[];
            reader: {
                at?: string;
                key?: string;
                /** @enum {string} */
                kind: "model" | "person" | "program";
                name: string;
                prompts?: string;
                test?: string;
            };
        };
        OptionsRequest: {
            /** @description after this time the comparison is made from what has arrived */
            deadlineSeconds?: number;
            /**
             * @description IANA time zone for dates in articles that state none
             * @example UTC
             */
            zone?: string;
        };
        Problem: {
            detail: string;
            errors?: components["schemas"]["ProblemError"][];
            instance?: string;
            status: number;
            title: string;
            /** @example /problems/not-found */
            type: string;
        };
        ProblemError: {
            detail: string;
            pointer: string;
        };
        Report: {
            actors?: {
                byArticle: {
                    [key: string]: {
                        acts: {
                            /** @enum {string} */
                            direction: "does" | "undergoes";
                            end: number;
                            negated: boolean;
                            other: string | null;
                            passive: boolean;
                            start: number;
                            verb: string;
                            /** @enum {string} */
                            voice: "own" | "attributed" | "unclear";
                        }[];
                        first: {
                            end: number;
                            /** @enum {string} */
                            part: "headline" | "lead" | "body";
                            start: number;
                        };
                        heard: {
                            direct: number;
                            indirect: number;
                            quotes: string[];
                        };
                        labels: {
                            count: number;
                            /** @enum {string} */
                            kind: "name" | "role";
                            spans: {
                                end: number;
                                start: number;
                            }[];
                            words: string;
                        }[];
                        modifiers: {
                            end: number;
                            /** @enum {string} */
                            kind: "adjective" | "apposition" | "clause" | "predicate";
                            start: number;
                            /** @enum {string} */
                            voice: "own" | "attributed" | "unclear";
                            words: string;
                        }[];
                    };
                };
                id: string;
                /** @enum {string} */
                kind: "person" | "organisation" | "place" | "group" | "other";
                name: string;
                /** @enum {string} */
                speaksAs: "official" | "expert" | "affected" | "advocate" | "other";
                variants: string[];
            }[];
            agreement?: {
                articles: string[];
                column: string;
                label: string;
                unknown: string[];
            }[];
            articles: {
                blocks: {
                    end: number;
                    /** @enum {string} */
                    kind: "headline" | "standfirst" | "subhead" | "paragraph" | "list-item" | "blockquote" | "table-row" | "caption" | "imprint" | "embed";
                    /** @enum {boolean} */
                    link?: true;
                    start: number;
                }[];
                bylines: string[];
                claims: {
                    allegation?: boolean;
                    end: number;
                    hedged: boolean;
                    id: string;
                    negated: boolean;
                    quote: string | null;
                    sentence: string;
                    start: number;
                    /** @enum {string} */
                    voice: "own" | "attributed" | "unclear";
                }[];
                completeness: {
                    reasons: string[];
                    /** @enum {string} */
                    state: "complete" | "truncated" | "unreadable";
                };
                credit: string | null;
                entities: {
                    id: string;
                    /** @enum {string} */
                    kind: "person" | "organisation" | "place" | "other";
                    mentions: {
                        end: number;
                        start: number;
                    }[];
                    name: string;
                }[];
                excerpts?: {
                    end: number;
                    start: number;
                    text: string;
                }[];
                fetchedAt: string | null;
                generator: {
                    /** @enum {string} */
                    name: "synoptic";
                    options: {
                        [key: string]: string | number | boolean | null;
                    };
                    reader?: {
                        name: string;
                        prompts?: string;
                        sha256: string;
                    };
                    version: string;
                    versions: {
                        [key: string]: string;
                    };
                };
                headline: {
                    end: number;
                    start: number;
                } | null;
                id: string;
                issues: {
                    article: string | null;
                    code: string;
                    end?: number;
                    message: string;
                    /** @enum {string} */
                    severity: "error" | "warning" | "info";
                    source: string | null;
                    /** @enum {string} */
                    stage: "ingest" | "normalize" | "annotate" | "align" | "compare" | "report";
                    start?: number;
                }[];
                language: string;
                marked: {
                    end: number;
                    /** @enum {string} */
                    kind: "scare" | "title" | "nickname" | "term";
                    start: number;
                }[];
                modifiedAt: string | null;
                outlet: {
                    id: string;
                    name: string;
                };
                publishedAt: string | null;
                quantities: {
                    end: number;
                    /** @enum {string} */
                    kind: "number" | "money" | "percent" | "duration" | "date" | "time";
                    /** @enum {string} */
                    qualifier?: "about" | "nearly" | "less-than" | "at-most" | "more-than" | "at-least";
                    start: number;
                    unit: string | null;
                    value: string;
                }[];
                quotes: {
                    confidence: number | null;
                    content: {
                        end: number;
                        start: number;
                    }[];
                    cue: {
                        end: number;
                        start: number;
                    }[];
                    cueLemma: string | null;
                    id: string;
                    /** @enum {string} */
                    kind: "direct" | "indirect" | "mixed";
                    parent?: string;
                    source: {
                        end: number;
                        start: number;
                    }[];
                    /** @enum {string} */
                    sourceClass?: "named" | "role" | "organisation" | "document" | "collective" | "anonymous" | "pronoun";
                    speaker: {
                        entity: string | null;
                        name: string;
                    } | null;
                    /** @enum {string|null} */
                    stance: "neutral" | "doubting" | "endorsing" | "conceding" | "insisting" | "denying" | "emotive" | null;
                    withSpeakers?: {
                        entity: string | null;
                        name: string;
                    }[];
                }[];
                removed?: {
                    rule: string;
                    text: string;
                }[];
                removedCount?: number;
                /** @enum {string} */
                role?: "reference";
                /** @enum {string} */
                schema: "synoptic/article@1";
                section?: string | null;
                sentences: {
                    end: number;
                    id: string;
                    start: number;
                }[];
                sha256: string | null;
                source: string;
                text: string;
                textLength?: number;
                textSha256?: string;
                url: string | null;
            }[];
            claims: {
                cells: {
                    [key: string]: {
                        /** @enum {string} */
                        certainty: "plain" | "hedged" | "allegation";
                        closest?: string;
                        confidence: number;
                        /** @enum {string} */
                        form: "verbatim" | "shortened" | "altered" | "paraphrased" | "weaker" | "headline-only" | "late";
                        mentions: {
                            allegation?: boolean;
                            cue: {
                                end: number;
                                start: number;
                            }[];
                            end: number;
                            hedged: boolean;
                            ref: string;
                            source: {
                                end: number;
                                start: number;
                            }[];
                            spans: {
                                end: number;
                                start: number;
                            }[];
                            speaker: {
                                entity: string | null;
                                name: string;
                            } | null;
                            start: number;
                            /** @enum {string} */
                            voice: "own" | "attributed" | "unclear";
                        }[];
                        perhaps?: boolean;
                        /** @enum {string} */
                        sourcing?: "direct-quote" | "named" | "unnamed" | "other-outlet" | "none";
                        /** @enum {string} */
                        stance: "asserts" | "denies" | "other-value";
                        /** @enum {string} */
                        state: "present";
                        value?: string;
                    } | {
                        confidence: number;
                        nearest: {
                            end: number;
                            start: number;
                        } | null;
                        /** @enum {string} */
                        state: "absent";
                    } | {
                        nearest?: {
                            end: number;
                            start: number;
                        };
                        reason: string;
                        /** @enum {string} */
                        state: "unknown";
                    };
                };
                fullest: {
                    article: string;
                    spans: {
                        end: number;
                        start: number;
                    }[];
                };
                id: string;
                label: string;
                salience: number;
                texts: number;
                title?: string;
            }[];
            complete: boolean;
            event: {
                from: string | null;
                title: string;
                to: string | null;
            };
            facts: {
                column: string;
                /** @enum {string} */
                grade: "differ" | "may-differ" | "compatible";
                id: string;
                /** @enum {string} */
                kind: "number" | "money" | "percent" | "duration" | "date" | "time" | "place" | "person";
                question: string;
                reason?: string;
                values: {
                    articles: string[];
                    note: string;
                    spans: {
                        article: string;
                        end: number;
                        start: number;
                    }[];
                    text: string;
                    texts: number;
                    value: string;
                }[];
            }[];
            findings: {
                about?: string;
                answers?: {
                    articles: string[];
                    by: string | null;
                    differs?: {
                        end: number;
                        start: number;
                    }[];
                    /** @enum {string} */
                    found?: "program";
                    quoted?: boolean;
                    text: string;
                }[];
                articles: string[];
                /** @enum {string} */
                by?: "program" | "reader" | "both";
                column: string | null;
                confidence: number;
                detail: {
                    edits?: {
                        added?: string;
                        /** @enum {string|null} */
                        carries: "negation" | "condition" | "hedge" | "object" | "opposing-clause" | null;
                        elsewhere: boolean;
                        marked: boolean;
                        mayBePause?: boolean;
                        removed: string;
                        /** @enum {string} */
                        type: "cut-start" | "cut-end" | "cut-middle" | "inserted" | "replaced" | "merged" | "to-indirect";
                    }[];
                    /** @enum {string} */
                    grade?: "differ" | "may-differ" | "compatible";
                    labels?: {
                        [key: string]: string[];
                    };
                    positions?: {
                        articles: string[];
                        /** @enum {string} */
                        certainty: "plain" | "hedged" | "allegation";
                        source: string | null;
                        texts: number;
                        value: string;
                        /** @enum {string} */
                        voice: "own" | "attributed" | "unclear";
                    }[];
                    reason?: string;
                    referent?: string;
                    times?: {
                        [key: string]: number;
                    };
                    /** @enum {string} */
                    type?: "number" | "duration" | "date" | "place" | "polarity" | "attribution" | "name" | "outcome" | "charge" | "office";
                };
                evidence: {
                    article: string;
                    end: number;
                    /** @enum {string} */
                    role: "asserts" | "denies" | "value" | "fuller" | "cut" | "label" | "headline" | "body" | "shared" | "nearest" | "context";
                    start: number;
                }[];
                id: string;
                /** @enum {string} */
                kind: "conflict" | "speaker-differs" | "quote-shortened" | "quote-altered" | "quote-paraphrased" | "quote-complementary" | "quote-context" | "omitted-claim" | "omitted-quote" | "omitted-theme" | "only-here" | "attribution-dropped" | "certainty-differs" | "attribution-verb" | "naming" | "told-differently" | "agency" | "prominence" | "headline-focus" | "headline-body" | "loaded-words" | "source-balance";
                notes?: number[];
                otherwise?: {
                    articles: string[];
                    /** @enum {string} */
                    how: "cites" | "cites-otherwise" | "names" | "similar-words" | "other-words" | "not-these-words" | "no-value" | "part";
                }[];
                question?: string;
                reruns?: number;
                review?: {
                    /** Format: date-time */
                    at: string;
                    correction: string;
                    note: string;
                    reviewer: string;
                    /** @enum {string} */
                    verdict: "accept" | "correct" | "dismiss";
                }[];
                salience: number;
                sentence: string;
                /** @enum {string} */
                severity: "contradiction" | "fact" | "quotation" | "allegation" | "attribution" | "naming" | "prominence" | "note";
                silent?: string[];
                stability?: number;
                unknown?: string[];
                written?: {
                    article: string;
                    /** @enum {string} */
                    when: "before" | "after";
                }[];
            }[];
            front?: string[];
            generator: {
                /** @enum {string} */
                name: "synoptic";
                options: {
                    [key: string]: string | number | boolean | null;
                };
                reader?: {
                    name: string;
                    prompts?: string;
                    sha256: string;
                };
                version: string;
                versions: {
                    [key: string]: string;
                };
            };
            happened?: {
                article: string;
                words: string;
            } | null;
            independence: {
                groups: string[][];
                shared: {
                    spans: {
                        article: string;
                        end: number;
                        start: number;
                    }[];
                }[];
            };
            issues: {
                article: string | null;
                code: string;
                end?: number;
                message: string;
                /** @enum {string} */
                severity: "error" | "warning" | "info";
                source: string | null;
                /** @enum {string} */
                stage: "ingest" | "normalize" | "annotate" | "align" | "compare" | "report";
                start?: number;
            }[];
            newsDays?: {
                [key: string]: string;
            };
            notes?: {
                reader: {
                    at?: string;
                    key?: string;
                    /** @enum {string} */
                    kind: "model" | "person" | "program";
                    name: string;
                    prompts?: string;
                    test?: string;
                };
                refused: {
                    checks?: {
                        /** @enum {string} */
                        check: "source" | "words" | "understood-alone" | "credit" | "every-report" | "silence" | "same-matter" | "contradiction" | "quotation" | "time" | "question" | "pair";
                        /** @enum {string} */
                        outcome: "held" | "mended" | "failed";
                        reason?: string;
                        source?: string;
                    }[];
                    note: number | string;
                    /** @enum {string} */
                    reason: "no-such-source" | "ambiguous-source" | "not-in-text" | "nothing-to-compare" | "same-report" | "other-matter" | "nothing-in-common" | "other-value" | "other-sense" | "other-speaker" | "no-claim-there";
                }[];
                sha256: string;
                taken: {
                    checks: {
                        /** @enum {string} */
                        check: "source" | "words" | "understood-alone" | "credit" | "every-report" | "silence" | "same-matter" | "contradiction" | "quotation" | "time" | "question" | "pair";
                        /** @enum {string} */
                        outcome: "held" | "mended" | "failed";
                        reason?: string;
                        source?: string;
                    }[];
                    finding: string | null;
                    note: number | string;
                    /** @enum {string} */
                    outcome: "printed" | "mended" | "told-differently" | "cannot-tell";
                }[];
            };
            positions: {
                article: string;
                column: string | null;
                differs?: boolean;
                end: number;
                issue: string;
                party: string;
                source: string | null;
                /** @enum {string} */
                stance: "demands" | "rejects" | "accepts" | "agrees" | "leaves-open";
                start: number;
                /** @enum {string} */
                voice: "own" | "attributed" | "unclear";
            }[];
            profiles: {
                article: string;
                hedges?: {
                    count: number;
                    end: number;
                    start: number;
                    word: string;
                }[];
                hedgesInOwnWords: number;
                loaded?: {
                    count: number;
                    end: number;
                    start: number;
                    word: string;
                }[];
                loadedInOwnWords?: number;
                loadedList?: string;
                ownWords: number;
                quotedWords: number;
                reportedWords: number;
                speakers: {
                    cues: string[];
                    name: string;
                    quotes: number;
                    words: number;
                }[];
                unnamed?: {
                    quotes: number;
                    words: number;
                };
                words: number;
            }[];
            quotes: {
                cells: {
                    [key: string]: {
                        /** @enum {string} */
                        certainty: "plain" | "hedged" | "allegation";
                        closest?: string;
                        confidence: number;
                        /** @enum {string} */
                        form: "verbatim" | "shortened" | "altered" | "paraphrased" | "weaker" | "headline-only" | "late";
                        mentions: {
                            allegation?: boolean;
                            cue: {
                                end: number;
                                start: number;
                            }[];
                            end: number;
                            hedged: boolean;
                            ref: string;
                            source: {
                                end: number;
                                start: number;
                            }[];
                            spans: {
                                end: number;
                                start: number;
                            }[];
                            speaker: {
                                entity: string | null;
                                name: string;
                            } | null;
                            start: number;
                            /** @enum {string} */
                            voice: "own" | "attributed" | "unclear";
                        }[];
                        perhaps?: boolean;
                        /** @enum {string} */
                        sourcing?: "direct-quote" | "named" | "unnamed" | "other-outlet" | "none";
                        /** @enum {string} */
                        stance: "asserts" | "denies" | "other-value";
                        /** @enum {string} */
                        state: "present";
                        value?: string;
                    } | {
                        confidence: number;
                        nearest: {
                            end: number;
                            start: number;
                        } | null;
                        /** @enum {string} */
                        state: "absent";
                    } | {
                        nearest?: {
                            end: number;
                            start: number;
                        };
                        reason: string;
                        /** @enum {string} */
                        state: "unknown";
                    };
                };
                fullest: {
                    article: string;
                    spans: {
                        end: number;
                        start: number;
                    }[];
                };
                id: string;
                label: string;
                salience: number;
                speaker: {
                    entity: string | null;
                    name: string;
                } | null;
                texts: number;
                title?: string;
            }[];
            review?: {
                cells: {
                    reviewer: string;
                    ruling: {
                        /** Format: date-time */
                        at: string;
                        correction: string;
                        note: string;
                        sentence: string;
                        target: {
                            finding: string;
                            /** @enum {string} */
                            kind: "finding";
                        } | {
                            article: string;
                            column: string;
                            /** @enum {string} */
                            kind: "cell";
                        };
                        /** @enum {string} */
                        verdict: "accept" | "correct" | "dismiss";
                    };
                }[];
                reviews: {
                    applied: number;
                    reviewer: string;
                    rulings: number;
                }[];
                stale: {
                    /** @enum {string} */
                    reason: "sources-changed" | "not-made" | "no-cell";
                    reviewer: string;
                    ruling: {
                        /** Format: date-time */
                        at: string;
                        correction: string;
                        note: string;
                        sentence: string;
                        target: {
                            finding: string;
                            /** @enum {string} */
                            kind: "finding";
                        } | {
                            article: string;
                            column: string;
                            /** @enum {string} */
                            kind: "cell";
                        };
                        /** @enum {string} */
                        verdict: "accept" | "correct" | "dismiss";
                    };
                    why: string;
                }[];
            };
            rows?: {
                chips: ("differs" | "missing" | "credited" | "unknown")[];
                column: string;
                stands: boolean;
            }[];
            /** @enum {string} */
            schema: "synoptic/report@1";
            telling?: {
                most: {
                    articles: string[];
                    column: string;
                    label: string;
                    unknown: string[];
                }[];
                sentence: string;
                title: string;
            };
        };
        SourceRequest: string | {
            outlet?: string;
            /**
             * @description when it was published, ISO 8601: a day, or a time with or without its offset
             * @example 2025-12-03T08:05:00+02:00
             */
            publishedAt?: string;
            /**
             * @description http or https, without user name or password
             * @example https://news.example/talks
             */
            url: string;
        } | {
            /** @description a saved page */
            html: string;
            name?: string;
            outlet?: string;
            /**
             * @description when it was published, ISO 8601: a day, or a time with or without its offset
             * @example 2025-12-03T08:05:00+02:00
             */
            publishedAt?: string;
        } | {
            name?: string;
            outlet?: string;
            /**
             * @description when it was published, ISO 8601: a day, or a time with or without its offset
             * @example 2025-12-03T08:05:00+02:00
             */
            publishedAt?: string;
            /** @description an article as plain text, its first line the headline */
            text: string;
        };
        Takedown: {
            /** @description stored articles removed */
            articles: number;
            /** @description comparisons whose report held the article; the report is deleted */
            reportsDeleted: string[];
            sha256: string;
            /** @description comparisons that go on without the article */
            unfinished: string[];
        };
        Versions: {
            changes: {
                id: string;
                /** @enum {string} */
                kind: "correction-note" | "headline-changed" | "quotation-removed" | "quotation-cut" | "quotation-altered" | "quotation-lengthened" | "quotation-added" | "number-changed" | "date-changed" | "credit-lost" | "credit-changed" | "credit-added" | "hedge-lost" | "hedge-added" | "negation-lost" | "negation-added" | "statement-removed" | "statement-added" | "reworded";
                new: {
                    end: number;
                    start: number;
                    text: string;
                } | null;
                now: string | null;
                old: {
                    end: number;
                    start: number;
                    text: string;
                } | null;
                was: string | null;
            }[];
            generator: {
                /** @enum {string} */
                name: "synoptic";
                options: {
                    [key: string]: string | number | boolean | null;
                };
                reader?: {
                    name: string;
                    prompts?: string;
                    sha256: string;
                };
                version: string;
                versions: {
                    [key: string]: string;
                };
            };
            new: {
                completeness: {
                    reasons: string[];
                    /** @enum {string} */
                    state: "complete" | "truncated" | "unreadable";
                };
                fetchedAt: string | null;
                headline: string;
                id: string;
                modifiedAt: string | null;
                outlet: string;
                publishedAt: string | null;
                sha256: string | null;
                source: string;
                textSha256: string;
                url: string | null;
                words: number;
            };
            notTold: {
                new: number;
                old: number;
            };
            old: {
                completeness: {
                    reasons: string[];
                    /** @enum {string} */
                    state: "complete" | "truncated" | "unreadable";
                };
                fetchedAt: string | null;
                headline: string;
                id: string;
                modifiedAt: string | null;
                outlet: string;
                publishedAt: string | null;
                sha256: string | null;
                source: string;
                textSha256: string;
                url: string | null;
                words: number;
            };
            /** @enum {string} */
            schema: "synoptic/versions@1";
            /** @enum {string} */
            state: "compared" | "unreadable" | "other-articles";
        } | null;
        VersionsOfComparison: {
            items: {
                address: string;
                changes: {
                    found: components["schemas"]["Versions"];
                    new: string;
                    old: string;
                }[];
                /** @description a newer version states something else */
                differs: boolean;
                /** Format: date-time */
                nextLookAt: string | null;
                outlet: string;
                /** @description place of the version that is compared, from 0 */
                restsOn: number | null;
                /** @description why the last look found no page */
                trouble: string | null;
                /** @description oldest first */
                versions: components["schemas"]["KeptVersion"][];
            }[];
        };
        WatchedComparison: {
            at: number;
            findings: number;
            first: string | null;
            id: string;
            news: {
                added: string[];
                appeared: string[];
                changed: string[];
                gone: string[];
            } | null;
            published: boolean;
            reports: {
                address: string;
                outlet: string;
                text: string;
            }[];
            story: string;
            texts: number;
            title: string;
            told: boolean;
        };
        Watching: {
            comparisons: components["schemas"]["WatchedComparison"][];
            feeds: components["schemas"]["Feed"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
