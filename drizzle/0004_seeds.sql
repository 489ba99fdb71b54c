-- Whom there always is: the network's operator, which no command admits.

-- The participant that runs the network: there is exactly one, from the first day.
insert into handreiking.participant (id, name, reach, operator, joined_at)
  values (gen_random_uuid(), 'Netwerkbeheer', 'console', true, now());
