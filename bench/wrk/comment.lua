-- Sends comments: wrk … -s comment.lua URL -- keyed|plain
-- Keyed, each carries an Idempotency-Key of its own, as the forms of Kith do.
dofile(debug.getinfo(1, "S").source:match("@(.*)/") .. "/report.lua")

local keyed, run
local count = 0
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = '{"body": "I would ask the family what they would like to happen next, and write it down in their words. '
  .. 'It took us two visits before anyone said it aloud, and then it was quick."}'

function init(words)
  keyed = words[1] == "keyed"
  run = string.format("%x-%s-", os.time(), tostring({}):match("0x(%x+)"))
end

function request()
  if keyed then
    count = count + 1
    wrk.headers["Idempotency-Key"] = run .. count
  end
  return wrk.format()
end
