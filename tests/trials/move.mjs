import { trial_of } from './copies.mjs';

export const limit_seconds = { short: 180, long: 600 };
export default trial_of('move');
