import { PROTOCOL_VERSION, type Result } from '../../adapter/protocol.js';
import { UsageError } from '../outcome-errors.js';
import { CAPABILITIES, type Capability, type Target, type TargetDescription } from '../target.js';
import { AdapterConnection } from './connection.js';
import { StdioStage } from './stdio-stage.js';

export interface StdioOptions {
  /** Command line that starts the adapter, for the shell. */
  readonly command: string;
  /** Longest wait for an answer, in milliseconds. */
  readonly deadlineMs: number;
  readonly profile: 'rfc5546' | 'rfc2446';
}

/**
 * An implementation in any language behind an adapter: a process that speaks the adapter protocol. One that has
 * `act` decides by itself; any other is driven by editing calendar objects, as a CalDAV server is.
 *
 * @throws UsageError when it speaks another version of the protocol
 * @throws TargetUnreachable, MalformedAnswer as `AdapterConnection.call` does
 */
export async function openStdioTarget({ command, deadlineMs, profile }: StdioOptions): Promise<Target> {
  const connection = new AdapterConnection(command, deadlineMs);
  try {
    const told = await connection.call('initialize', {
      protocol: PROTOCOL_VERSION,
      profile,
      delivery: 'manual',
    });
    checkVersion(command, told.protocol);
    const description = describe(told);
    return {
      description,
      open: async (request, trace) => StdioStage.open(connection, description, request, trace),
      close: () => connection.close(),
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

function checkVersion(command: string, spoken: number): void {
  if (spoken === PROTOCOL_VERSION) return;
  const advice = spoken < PROTOCOL_VERSION ? 'update the adapter' : 'update itip-conformance';
  throw new UsageError(
    `${command} speaks version ${spoken} of the adapter protocol, the suite version ${PROTOCOL_VERSION}; ${advice}`,
  );
}

function describe({ name, version, language, capabilities }: Result<'initialize'>): TargetDescription {
  const known = CAPABILITIES.filter((capability) => capabilities.includes(capability));
  return {
    name,
    kind: 'stdio',
    product: `${name} ${version} (${language})`,
    driver: capabilities.includes('act') ? 'explicit' : 'implicit',
    capabilities: new Set<Capability>(known),
    literal: false,
  };
}
