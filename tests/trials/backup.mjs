import { trial_of } from './copies.mjs';

export const limit_seconds = { short: 180, long: 3600 };
export default trial_of('backup');
