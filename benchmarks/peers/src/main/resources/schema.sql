create table report (id uuid primary key, received_at timestamp with time zone not null, body varchar(4000) not null);
create table feed (id uuid primary key, plate varchar(40), category varchar(40), risk varchar(40));
