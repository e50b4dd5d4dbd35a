-- Sends comments: wrk … -s comment.lua URL -- plain, or -- KEY
-- With a key, as it stood in a form of Kith's, each carries an Idempotency-Key of its own made like it: 22
-- characters that begin with the time, here moving on by some ten milliseconds with each 64 comments.
dofile(debug.getinfo(1, "S").source:match("@(.*)/") .. "/report.lua")

local alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
local time_digits, key_digits, same_time = 8, 22, 64
local time -- the digits of the time, most significant first; nothing without keys
local count = 0
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = '{"body": "I would ask what they would like to happen next, and write it down in their own words. '
  .. 'It took a while before anyone said it aloud, and then it was quick."}'

local function move_on()
  for place = time_digits, 1, -1 do
    time[place] = (time[place] + 1) % #alphabet
    if time[place] ~= 0 then return end
  end
end

local function key()
  local text = {}
  for place = 1, key_digits do
    local digit = place <= time_digits and time[place] or math.random(0, #alphabet - 1)
    text[place] = alphabet:sub(digit + 1, digit + 1)
  end
  return table.concat(text)
end

function init(words)
  if words[1] == "plain" then return end
  math.randomseed(os.time() + tonumber(tostring({}):match("0x(%x+)"), 16) % 1000003)
  time = {}
  for place = 1, time_digits do time[place] = alphabet:find(words[1]:sub(place, place), 1, true) - 1 end
end

function request()
  if time then
    count = count + 1
    if count % same_time == 0 then move_on() end
    wrk.headers["Idempotency-Key"] = key()
  end
  return wrk.format()
end
