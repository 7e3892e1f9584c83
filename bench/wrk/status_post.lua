-- POST /api/status with a constant body.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = '{"client_name":"benchmark"}'
