-- Refresh with rotation: wrk … URL -- CLIENT_ID THREADS TOKEN_FILE
-- A token is out of the queue while its request is under way, and its successor goes in. So with as many tokens as
-- connections each connection always finds one, and no chain is used twice at once.
dofile("src/bench/wrk/report.lua")

local threads = 0

function setup(thread)
    thread:set("number", threads)
    threads = threads + 1
end

function init(args)
    head, tail = 1, 0
    queue = {}
    wrk.method = "POST"
    wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
    form = "grant_type=refresh_token&client_id=" .. args[1] .. "&refresh_token="
    local line = 0
    for token in io.lines(args[3]) do
        if line % tonumber(args[2]) == number then
            push(token)
        end
        line = line + 1
    end
end

function push(token)
    tail = tail + 1
    queue[tail] = token
end

function request()
    local token = queue[head]
    if token == nil then
        -- Its request failed: the chain is lost, and this request is to be counted as an error.
        token = "none"
    else
        queue[head] = nil
        head = head + 1
    end
    return wrk.format(nil, nil, nil, form .. token)
end

function response(status, headers, body)
    local token = string.match(body, '"refresh_token"%s*:%s*"([^"]+)"')
    if token ~= nil then
        push(token)
    end
end
