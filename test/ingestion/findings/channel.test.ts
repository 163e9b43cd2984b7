import { expect, it } from '@jest/globals';
import { channelAround } from '../../../src/ingestion/findings/channel';

/** The channel of what stands between bars. */
function channelOf(marked: string): string {
  const [before = '', words = '', after = ''] = marked.split('|');
  const start = [...before].length;
  return channelAround(before + words + after, start, start + [...words].length);
}

it('tells through what words were said where the sentence does, and else claims nothing', () => {
  expect(channelOf('"|We condemn it|," the ministry said in a statement.')).toBe('PRESS_RELEASE');
  expect(channelOf('😀 "|We condemn it|," he told reporters.')).toBe('PRESS_BRIEFING');
  expect(channelOf('"|We condemn it|," she tweeted.')).toBe('SOCIAL_MEDIA');
  expect(channelOf('"|We condemn it|," he told the BBC.')).toBe('INTERVIEW');
  expect(channelOf('He tweeted on Monday. "|We condemn it|," he said.')).toBe('NOT_STATED');
});
