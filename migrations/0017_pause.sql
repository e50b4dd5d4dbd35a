-- A pause before words are sent, for who wishes it: late at night, or when the day has been long. Minutes of the day
-- on the clock of quiet_settings.time_zone; NULL: no pause.
ALTER TABLE quiet_settings ADD COLUMN pause_from_minute INTEGER;
ALTER TABLE quiet_settings ADD COLUMN pause_until_minute INTEGER;
-- Hours since quiet_until_minute after which a day counts as long.
ALTER TABLE quiet_settings ADD COLUMN long_day_hours INTEGER;
