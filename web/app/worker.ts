// The app on a device, in what goes on when no page is open. Three tasks, each in files of their own: pages that
// were read open again off line (reading.ts), what was written off line is sent (sending.ts), and that there is
// something is shown (push.ts, badge.ts).
import { follow_pages } from './badge';
import { keep_what_is_read } from './reading';
import { hear_pushes } from './push';
import { send_what_waits } from './sending';

keep_what_is_read();
send_what_waits();
hear_pushes();
follow_pages();
