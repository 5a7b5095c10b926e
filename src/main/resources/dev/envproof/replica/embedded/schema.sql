-- The healthy database of one environment. Safe to run again: it also undoes whatever a fault left behind.
drop table if exists records, profiles, schema_migrations;

create table records (id text primary key, created_at timestamptz not null default now());
create table profiles (id integer primary key, email text not null, full_name text not null);
create table schema_migrations (version text primary key);

alter table records enable row level security;
alter table profiles enable row level security;
alter table schema_migrations enable row level security;

grant select, insert, update, delete on records, profiles, schema_migrations to anon, service_role;

insert into schema_migrations (version) values ('20260105090000'), ('20260412103000'), ('20260901141500');
