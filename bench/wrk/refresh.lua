-- POST /api/auth/refresh, each token used once: request() takes a token from the
-- thread's queue, response() appends its successor.
-- Arguments: the file of tokens, one a line; the file for the tokens left over.
-- A connection sends its next request only after its answer, so a queue longer
-- than the thread's connections never runs dry.

local threads = {}

function setup(thread)
   thread:set("index", #threads)
   table.insert(threads, thread)
end

function init(args)
   queue, first, last = {}, 1, 0
   failures, dry, sample = 0, 0, ""
   local line_number = 0
   for token in io.lines(args[1]) do
      -- Two threads: even lines for one, odd lines for the other.
      if line_number % 2 == index then
         last = last + 1
         queue[last] = token
      end
      line_number = line_number + 1
   end
   left_over = args[2]
   headers = { ["Content-Type"] = "application/json" }
end

function request()
   local token = queue[first]
   if token then
      queue[first] = nil
      first = first + 1
   else
      dry = dry + 1
      token = "none"
   end
   return wrk.format("POST", nil, headers, '{"refresh_token":"' .. token .. '"}')
end

function response(status, _, body)
   local token = status == 200 and body:match('"refresh_token"%s*:%s*"([^"]+)"')
   if token then
      last = last + 1
      queue[last] = token
   else
      failures = failures + 1
      if sample == "" then sample = status .. " " .. body:sub(1, 200) end
   end
end

function done()
   local failed, empty, reason, path = 0, 0, "", nil
   local unused = {}
   for _, thread in ipairs(threads) do
      failed = failed + thread:get("failures")
      empty = empty + thread:get("dry")
      if reason == "" then reason = thread:get("sample") end
      path = thread:get("left_over")
      local queued, to = thread:get("queue"), thread:get("last")
      for position = thread:get("first"), to do
         table.insert(unused, queued[position])
      end
   end
   local file = io.open(path, "w")
   file:write(table.concat(unused, "\n"), "\n")
   file:close()
   print(string.format("Refresh failures: %d, queue empty: %d %s", failed, empty, reason))
end
