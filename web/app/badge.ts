// A dot on the app's icon, without a number. The server says whether it may be shown: whoever wants one has said so,
// and it is not quiet now (GET /session/device).
import { scope, type Told } from './scope';
import { confirm_sitting } from './sitting';

interface WithBadge { setAppBadge?(): Promise<void>; clearAppBadge?(): Promise<void> }

export async function show_badge(): Promise<void> {
  const device = scope.navigator as WithBadge;
  if (!device.setAppBadge) return;
  if ((await confirm_sitting())?.badge) await device.setAppBadge();
}

// Pages tell whether their frame shows that there is something.
export function follow_pages(): void {
  scope.addEventListener('message', (event: Told) => {
    const { news } = event.data as { news?: boolean };
    if (news === undefined) return;
    const done = news ? show_badge() : (scope.navigator as WithBadge).clearAppBadge?.();
    event.waitUntil(Promise.resolve(done).catch(() => undefined));
  });
}
