-- Messages can be found by their words, within the conversations of who looks. A message that is taken back is
-- emptied, and with it its words are out of the index; one that its conversation no longer keeps is deleted.
CREATE TEXT INDEX ON messages (id, conversation_id, body);
