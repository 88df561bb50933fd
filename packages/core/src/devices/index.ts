export * from './device.ts';
export { type DeviceGuard, deviceGuards } from './guards.ts';
export { createDeviceMachine, type DeviceMachine, type MayDevice } from './machine.ts';
export { isOut, isTaken, stateOfDevice } from './state.ts';
