-- What can be found by its words. What these four words of Kith's own make is said in src/platform/sql/text_search.hpp.

CREATE TEXT INDEX;
CREATE TEXT INDEX ON posts (id, group_id, body);
LEAVE OUT OF TEXT INDEX posts (id, group_id, body) WHILE hidings (post_id);
