-- One line of JSON at the end: rate a second, latency in milliseconds, answers that were no 2xx or none at all.
function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    'REPORT {"rate": %.1f, "p50": %.3f, "p99": %.3f, "bytes": %d, "failed": %d}',
    summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    summary.requests > 0 and summary.bytes / summary.requests or 0,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
