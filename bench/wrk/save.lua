-- Saves a diagram again and again, each time from the revision that the answer before has named, and each time with one more
-- word at its end, as a person writes on. A thread has one connection and one diagram.
-- Arguments: a file with the paths of diagrams, one a line.
local counter = 0

function setup(thread)
  thread:set("number", counter)
  counter = counter + 1
end

function init(args)
  local paths = {}
  for line in io.lines(args[1]) do paths[#paths + 1] = line end
  path = paths[number + 1]
  revision = '"1"'
  if args[2] then revision = args[2] end
  local lines = {}
  for line = 1, 1700 do lines[line] = "Alice -> Bob: message number " .. line end
  text = table.concat(lines, "\\n")
  saved = 0
end

function request()
  saved = saved + 1
  text = text .. " word" .. saved
  local body = '{"source":"' .. text .. '"}'
  return wrk.format("PATCH", path, { ["If-Match"] = revision, ["Content-Type"] = "application/json", ["Authorization"] = wrk.headers["Authorization"] }, body)
end

function response(status, headers)
  local tag = headers["ETag"] or headers["etag"]
  if tag then revision = tag end
end
