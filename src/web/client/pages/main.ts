import '@fontsource-variable/newsreader/wght.css';
import '@fontsource-variable/libre-franklin/wght.css';
import './styles/ground.css';
import './styles/frame.css';
import './styles/story-head.css';
import './styles/toll.css';
import './styles/timeline.css';
import './styles/response-map.css';
import './styles/claims-and-coverage.css';
import './styles/time-control.css';
import './styles/front.css';
import './styles/search.css';
import './styles/embed.css';
import { followLinks } from './follow-links';
import { followStory } from './follow-story';
import { tellWhatChanged } from './last-look';
import { moveInTime } from './move-in-time';

const story = document.querySelector<HTMLElement>('article.story');
if (story) {
  document.documentElement.classList.add('alive');
  moveInTime();
  followLinks();
  const slug = story.dataset['story'] ?? '';
  if ('live' in story.dataset) void tellWhatChanged(slug).then(place => followStory(slug, place));
}
