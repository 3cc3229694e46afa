-- The same POST again and again: wrk … URL -- BODY
dofile("src/bench/wrk/report.lua")

function init(args)
    wrk.method = "POST"
    wrk.body = args[1]
end
