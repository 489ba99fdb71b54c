-- The functions stand in functions/, one file each: they are made here the first time, before the walls that call
-- them, and again each time that the database is brought up to date.

set local check_function_bodies = off;
