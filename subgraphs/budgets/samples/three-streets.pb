META
key;value
description;An invented vote of three streets, to try the tally with
country;Nowhere
unit;Three Streets
instance;2031
num_projects;5
num_votes;12
budget;6000.50
vote_type;approval
rule;equalshares/add1
date_begin;01.03.2031
date_end;14.03.2031
min_length;1
max_length;3
language;en
currency;GBP
PROJECTS
project_id;cost;votes;name;category
bench;400;6;Benches by the bus stop;public space
trees;2400;7;Street trees in Long Row;urban greenery
lights;3100.50;5;"Lights on the ""short cut""; two lamps";safety
kitchen;1500;4;Community kitchen, first year;food
mural;900;3;Mural at the underpass;culture
VOTES
voter_id;vote;voting_method
1;trees,bench;paper
2;trees,bench;internet
3;trees,bench,lights;internet
4;trees,lights;internet
5;trees,bench;paper
6;trees,lights;internet
7;trees,mural;internet
8;kitchen,mural;internet
9;kitchen,mural;paper
10;kitchen,bench;internet
11;kitchen,lights,bench;internet
12;lights;paper
