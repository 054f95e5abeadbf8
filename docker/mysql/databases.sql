-- Each subgraph makes a database of its own: coop_assets, coop_councils and so on.
GRANT ALL PRIVILEGES ON `coop\_%`.* TO 'coop'@'%';
