export async function benchBroadcast() { return {line:'todo',met:false} }
