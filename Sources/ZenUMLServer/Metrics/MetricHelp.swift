/// What each metric says, for whoever looks at `/metrics`.
enum MetricHelp {
    static let texts: [String: String] = [
        "http_request_duration_seconds": "Time from the first byte of a request to the last of its answer, by route, method and status.",
        "process_cpu_seconds_total": "Processor time, in user and system mode.",
        "process_max_fds": "Most descriptors that may be open.",
        "process_open_fds": "Open descriptors.",
        "process_resident_memory_bytes": "Memory of the process that is in the machine's.",
        "process_start_time_seconds": "When the process was started, since 1970-01-01 UTC.",
        "process_threads": "Threads of the process.",
        "process_virtual_memory_bytes": "Addresses that the process has.",
        "zenuml_auth_events_total": "What has happened to accounts and sessions.",
        "zenuml_build_info": "Always 1; the version is a label.",
        "zenuml_cache_requests_total": "Pictures that were asked for, by where they were found, or not.",
        "zenuml_jobs": "Jobs in the queue: waiting, those at work among them, and given up.",
        "zenuml_jobs_oldest_seconds": "For how long the oldest job has been due that nobody has come to an end with.",
        "zenuml_jobs_total": "Jobs that this server has worked on, by kind and outcome.",
        "zenuml_limit_decisions_total": "Requests that a rate limit was asked about, by policy, by where it was decided, and by result.",
        "zenuml_redis_failures_total": "Calls of Redis that have come to nothing, by use and reason.",
        "zenuml_redis_seconds": "Time that calls of Redis take, by use.",
        "zenuml_redis_up": "Whether a connection to Redis stands.",
    ]
}
