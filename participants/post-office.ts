import { CounterpartPost } from './counterpart-post.js';
import { HeldPost } from './held-post.js';
import type { Play } from './play.js';
import type { Post } from './post.js';
import { WatchedPost } from './watched-post.js';

/** How the messages of a scenario travel on its stage. */
export function postFor(play: Play): Post {
  if (play.stage.holds !== undefined) return new CounterpartPost(play);
  if (play.has('hold-messages')) return new HeldPost(play);
  const simulated = [...play.stage.cast.values()].some(({ placement }) => placement === 'harness');
  return simulated && play.has('message-in') ? new CounterpartPost(play) : new WatchedPost(play);
}
