package dev.envproof.environment;

/** A mistake of a kind that people make in the shipped files: one part of one file replaced. */
enum Mistake {
    UNKNOWN_KEY("staging.yaml", "edge: public", "edgde: public"),
    UNKNOWN_KEY_INSIDE("staging.yaml", "  methods: [GET", "  methds: [GET"),
    UNKNOWN_KEY_LIKE_NO_OTHER("staging.yaml", "edge: public", "edge: public\nzzzzzzzz: 1"),
    DUPLICATE_KEY("staging.yaml", "edge: public", "edge: public\nedge: local"),
    MISSING_KEY("staging.yaml", "environment: staging\n", ""),
    NO_EDGE_WHERE_EDGES_ARE_NAMED("staging.yaml", "edge: public\n", ""),
    NOTHING_WHERE_A_LIST_BELONGS("staging.yaml", "canaries: [records, objects]", "canaries:"),
    TEXT_WHERE_A_LIST_BELONGS("staging.yaml", "canaries: [records, objects]", "canaries: records"),
    LIST_WHERE_TEXT_BELONGS("staging.yaml", "edge: public", "edge: [public]"),
    MAPPING_WHERE_A_LIST_BELONGS(
            "system.yaml", "debug-endpoints: [debug/config, actuator/env]", "debug-endpoints: { debug: config }"),
    LIST_WHERE_A_MAPPING_BELONGS(
            "staging.yaml", "access: { header: X-Access-Key, variable: STAGING_ACCESS_KEY }", "access: [X-Access-Key]"),
    NUMBER_WHERE_TEXT_BELONGS("staging.yaml", "edge: public", "edge: 5432"),
    TEXT_WHERE_A_NUMBER_BELONGS("staging.yaml", "burst: 40", "burst: forty"),
    QUOTED_NUMBER("staging.yaml", "burst: 40", "burst: '40'"),
    NUMBER_OUT_OF_RANGE("staging.yaml", "status: 429", "status: 200"),
    TEXT_WHERE_A_FLAG_BELONGS("staging.yaml", "credentials: true", "credentials: yes"),
    UNKNOWN_WORD("staging.yaml", "log-level: info", "log-level: inf"),
    URL_WITHOUT_SCHEME("staging.yaml", "url: ${STAGING_URL:}", "url: staging.example.com"),
    URL_OF_ANOTHER_SCHEME("staging.yaml", "url: ${STAGING_URL:}", "url: ftp://staging.example.com"),
    URL_WITH_A_USER("staging.yaml", "url: ${STAGING_URL:}", "url: https://made-up:value@staging.example.com"),
    URL_WITH_A_QUERY("staging.yaml", "url: ${STAGING_URL:}", "url: https://staging.example.com/?token=made-up"),
    URL_WITH_A_PATH("staging.yaml", "url: ${STAGING_URL:}", "url: https://staging.example.com/api"),
    URL_WITHOUT_A_HOST("staging.yaml", "url: ${STAGING_URL:}", "url: https:///api"),
    URL_WITH_AN_ODD_HOST("staging.yaml", "url: ${STAGING_URL:}", "url: https://my_staging.example.com"),
    URL_WITH_A_SHELLS_DEFAULT(
            "staging.yaml", "url: ${STAGING_URL:}", "url: ${STAGING_URL:-https://staging.example.com}"),
    URL_WITH_A_BAD_PORT("staging.yaml", "url: ${STAGING_URL:}", "url: https://staging.example.com:99999"),
    MISSING_VARIABLE("staging.yaml", "url: ${STAGING_URL:}", "url: ${STAGING_URL}"),
    HALF_A_VARIABLE("staging.yaml", "url: ${STAGING_URL:}", "url: ${STAGING_URL"),
    VARIABLE_WITH_A_BAD_NAME("staging.yaml", "url: ${STAGING_URL:}", "url: ${STAGING-URL}"),
    UNQUOTED_VARIABLE_IN_A_FLOW(
            "staging.yaml", "origins: [\"https://staging.jobs.example\"]", "origins: [${STAGING_ORIGIN}]"),
    VALUE_WHERE_A_VARIABLE_BELONGS("staging.yaml", "url: DATABASE_URL_STAGING", "url: \"postgresql://made:up@db\""),
    NO_URL_AND_NO_REPLICA("staging.yaml", "url: ${STAGING_URL:}\nreplica: auto\n", ""),
    NAME_OF_ANOTHER_FILE("staging.yaml", "environment: staging", "environment: production"),
    NAME_OF_NO_FILE("staging.yaml", "environment: staging", "environment: stage"),
    ALIAS_OF_ANOTHER("staging.yaml", "aliases: [stg]", "aliases: [stg, prod]"),
    UNKNOWN_SERVICE_IN_A_ROUTE("system.yaml", "matcher/, service: job-matcher", "matcher/, service: job-macher"),
    UNKNOWN_SERVICE_IN_A_CALL("system.yaml", "to: resume-parser", "to: parser"),
    UNKNOWN_SERVICE_IN_A_CANARY("system.yaml", "service: resume-parser, store", "service: resume-prser, store"),
    UNKNOWN_SERVICE_IN_SERVICE_URLS(
            "staging.yaml", "edge: public", "edge: public\nservice-urls: { matcher: 'http://10.0.0.1:8080' }"),
    UNKNOWN_STORE_OF_A_SERVICE(
            "system.yaml", "job-extractor: { stores: [database] }", "job-extractor: { stores: [data-base] }"),
    UNKNOWN_STORE_OF_AN_ENVIRONMENT("staging.yaml", "  storage: {", "  storages: {"),
    STORE_WITHOUT_ADDRESS("staging.yaml", "  database: { url: DATABASE_URL_STAGING }\n", ""),
    SECRET_WHERE_A_WORD_BELONGS("staging.yaml", "replica: auto", "replica: made-up-value-that-looks-like-a-secret"),
    UNKNOWN_EDGE("staging.yaml", "edge: public", "edge: publik"),
    UNKNOWN_CANARY("staging.yaml", "canaries: [records, objects]", "canaries: [record, objects]"),
    UNKNOWN_DEFAULT_ENVIRONMENT("system.yaml", "default-environment: production", "default-environment: prod"),
    DEFAULT_ENVIRONMENT_OF_ANOTHER_EDGE(
            "system.yaml", "default-environment: production", "default-environment: development"),
    UNKNOWN_ENVIRONMENT_IN_THE_PROMOTION(
            "system.yaml", "promotion: [development, staging", "promotion: [development, stagin"),
    ENVIRONMENT_TWICE_IN_THE_PROMOTION(
            "system.yaml", "promotion: [development, staging", "promotion: [development, development"),
    MAIL_WITHOUT_A_MODE("system.yaml", "kind: object-storage, bucket: resumes, private: true", "kind: mail"),
    UNKNOWN_KIND_OF_STORE("system.yaml", "kind: postgresql", "kind: postgres"),
    UNKNOWN_KIND_OF_STORE_WITH_KEYS("system.yaml", "kind: object-storage", "kind: bucket"),
    ROUTE_WITHOUT_SLASH("system.yaml", "path: /api/job-matcher/", "path: /api/job-matcher"),
    ROUTE_TWICE("system.yaml", "path: /api/job-matcher/", "path: /api/job-extractor/"),
    POINTER_WITHOUT_SLASH("system.yaml", "status: /status", "status: status"),
    ABSOLUTE_HEALTH_PATH("system.yaml", "{ path: health", "{ path: /health"),
    ORIGIN_WITH_A_SLASH("staging.yaml", "https://staging.jobs.example\"", "https://staging.jobs.example/\""),
    SECRET_TWICE("staging.yaml", "variable: SUPABASE_ANON_KEY_STAGING", "variable: DATABASE_URL_STAGING"),
    IMPOSSIBLE_DATE("staging.yaml", "minimum-length: 32 }", "minimum-length: 32, rotated-on: 2026-02-30 }"),
    LIMITED_PATH_WITHOUT_ROUTE("staging.yaml", "path: /api/resume-parser/parse", "path: /parse"),
    NO_EDGES("system.yaml", "edges:\n", "edges: {}\nfront-doors:\n"),
    NAME_OF_ANOTHER_FOLDER("system.yaml", "system: job-platform", "system: job-plattform"),
    SYNTAX("staging.yaml", "edge: public", "edge: [public"),
    SYNTAX_OF_A_KEY("staging.yaml", "edge: public", "edge public"),
    TAB("staging.yaml", "  origins", "\torigins"),
    ALIAS("staging.yaml", "aliases: [stg]", "aliases: *names"),
    ANCHOR_THAT_LOOPS("staging.yaml", "aliases: [stg]", "aliases: &loop [*loop]"),
    TAG("staging.yaml", "aliases: [stg]", "aliases: !!java.net.URL [stg]"),
    MERGE_KEY("staging.yaml", "  credentials: true", "  <<: { credentials: true }"),
    KEY_THAT_IS_A_LIST("staging.yaml", "edge: public", "[edge]: public"),
    NESTED_TOO_DEEP("staging.yaml", "aliases: [stg]", "aliases: [[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]"),
    SECOND_DOCUMENT("staging.yaml", "edge: public", "---\nedge: public"),
    CONTROL_CHARACTER("staging.yaml", "edge: public", "edge: pub\u0007lic"),
    DOCKER_WITHOUT_A_CONTAINER("staging.yaml", "edge: public", "edge: public\ndocker: { store-ports: closed }"),
    UNKNOWN_STORE_IN_DOCKER(
            "staging.yaml", "edge: public", "edge: public\ndocker: { project: jobs, stores: { databse: db } }"),
    PROJECT_WITH_CAPITALS("staging.yaml", "edge: public", "edge: public\ndocker: { project: Jobs }"),
    VOLUME_WITH_A_TARGET(
            "staging.yaml", "edge: public", "edge: public\ndocker: { project: jobs, shared-volumes: ['a:/b'] }"),
    EDGE_WITHOUT_SCHEME("staging.yaml", "replica: auto", "replica: { compose: compose.yaml, edge: web }"),
    COMPOSE_WITHOUT_EDGE("staging.yaml", "replica: auto", "replica: { compose: compose.yaml }"),
    SEVERAL_AT_ONCE("staging.yaml", "edge: public", "edge: publik\nmocks: maybe\nlog-levl: 3\ncanaries: off");

    private final String file;
    private final String part;
    private final String replacement;

    Mistake(String file, String part, String replacement) {
        this.file = file;
        this.part = part;
        this.replacement = replacement;
    }

    String file() {
        return file;
    }

    void makeIn(SystemCopy copy) {
        copy.replace(file, part, replacement);
    }
}
