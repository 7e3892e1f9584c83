/// The generic cell rate algorithm (ITU-T I.371 annex A) as in memory, but for all servers together, and by Redis' clock alone.
enum LimitScript {
    /// One moment a key, in microseconds: the one at which the key will be as good as new.
    ///
    /// It has sixteen digits, of which Lua by itself would write fourteen. All numbers are whole ones, and quotients are rounded down
    /// before they are added to it: next to such a number a fraction is inexact enough to cost the last request of a window. It is never
    /// more than a window ahead: if so, Redis' clock was set back, or the limit was another one.
    static let take = RedisScript(
        """
        local count, window, wanted = tonumber(ARGV[1]), tonumber(ARGV[2]) * 1000000, tonumber(ARGV[3])
        local time = redis.call('TIME')
        local now = time[1] * 1000000 + time[2]
        local expected = math.min(math.max(tonumber(redis.call('GET', KEYS[1])) or now, now), now + window)
        local free = math.floor((now + window - expected) * count / window)
        local taken = math.min(wanted, free)
        expected = expected + math.floor(taken * window / count)
        redis.call('SET', KEYS[1], string.format('%.0f', expected), 'PX', string.format('%.0f', math.ceil((expected - now) / 1000)))
        return {taken, free - taken, expected - now - window + math.ceil(window / count)}
        """)
}
