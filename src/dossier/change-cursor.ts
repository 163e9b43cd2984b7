import { cursorTag, readCursor, tagOfList, writeCursor } from '../planner/cursor';
