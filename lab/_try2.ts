console.error('start')
const { beaconBench } = await import('./bench/_b.ts')
console.error('imported')
console.log(await beaconBench())
