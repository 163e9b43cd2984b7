import { Foundation1711100000001 } from '../../migrations/1711100000001-foundation';
import { Countries1711100000002 } from '../../migrations/1711100000002-countries';
import { Documents1711100000003 } from '../../migrations/1711100000003-documents';
import { Stories1711100000004 } from '../../migrations/1711100000004-stories';
import { Facts1711100000005 } from '../../migrations/1711100000005-facts';
import { Guarantees1711100000006 } from '../../migrations/1711100000006-guarantees';
import { Access1711100000007 } from '../../migrations/1711100000007-access';
import { Webhooks1711100000008 } from '../../migrations/1711100000008-webhooks';
import { Websub1711100000009 } from '../../migrations/1711100000009-websub';
import { Detection1711100000010 } from '../../migrations/1711100000010-detection';
import { Standing1711100000011 } from '../../migrations/1711100000011-standing';
import { Versions1711100000012 } from '../../migrations/1711100000012-versions';
import { Sums1711100000013 } from '../../migrations/1711100000013-sums';
import { Carriers1711100000014 } from '../../migrations/1711100000014-carriers';

/** Every migration, in order. */
export const migrations = [
  Foundation1711100000001,
  Countries1711100000002,
  Documents1711100000003,
  Stories1711100000004,
  Facts1711100000005,
  Guarantees1711100000006,
  Access1711100000007,
  Webhooks1711100000008,
  Websub1711100000009,
  Detection1711100000010,
  Standing1711100000011,
  Versions1711100000012,
  Sums1711100000013,
  Carriers1711100000014,
];
