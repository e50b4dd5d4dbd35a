// Recent times in words: "3 minutes ago". Older ones, and mere days, stay as the server wrote them; the
// full time is in the title of each.
const refresh_every_ms = 30_000;
const recent_seconds = 24 * 3600;

let words: Intl.RelativeTimeFormat | undefined;

function ago(seconds: number): string {
  if (seconds < 60) return 'just now';
  words ??= new Intl.RelativeTimeFormat(document.documentElement.lang || 'en-GB', { numeric: 'always' });
  return seconds < 3600 ? words.format(-Math.floor(seconds / 60), 'minute') : words.format(-Math.floor(seconds / 3600), 'hour');
}

export function refresh_times(root: ParentNode): void {
  // What is still to come stays as the server wrote it.
  for (const time of root.querySelectorAll<HTMLTimeElement>('time[datetime*="T"]:not([data-ahead])')) {
    const seconds = (Date.now() - Date.parse(time.dateTime)) / 1000;
    // A clock that is wrong by a little must not write from the future.
    if (Number.isNaN(seconds) || seconds < -300) continue;
    time.title ||= time.textContent?.trim() ?? '';
    const text = seconds < recent_seconds ? ago(Math.max(0, seconds)) : time.title;
    if (time.textContent !== text) time.textContent = text;
  }
}

export class Times {
  constructor(body: HTMLElement) {
    refresh_times(body);
    const refresh = (): void => { if (!document.hidden) refresh_times(body); };
    setInterval(refresh, refresh_every_ms);
    document.addEventListener('visibilitychange', refresh);
  }
}
