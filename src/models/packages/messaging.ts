// Queues, caches and cloud storage: what comes out of them was put in by someone else.

import {
  concept,
  everyCall,
  everySource,
  harmless,
  libraryClass,
  type Row,
  returns,
  source,
  twin,
  under,
} from '../model.ts';

/** What the program put there for itself, and what others send through lists and streams. */
const redisReads =
  'get mget hget hmget hgetall hvals hkeys lrange lindex spop smembers srandmember zrange getset getdel getex';
const redisQueues = 'lpop rpop blpop brpop brpoplpush blmove xread xreadgroup xrange';

export const messaging = (): readonly Row[] => [
  twin('redis.StrictRedis', 'redis.Redis'),
  twin('redis.client.Redis', 'redis.Redis'),
  twin('redis.asyncio.client.Redis', 'redis.asyncio.Redis'),
  twin('aioredis.Redis', 'redis.asyncio.Redis'),
  twin('valkey.*', 'redis.*'),
  libraryClass('redis.Redis'),
  libraryClass('redis.asyncio.Redis', 'redis.Redis'),
  libraryClass('redis.client.PubSub'),
  returns('redis.from_url', 'redis.Redis'),
  returns('redis.Redis.from_url', 'redis.Redis'),
  returns('redis.asyncio.from_url', 'redis.asyncio.Redis'),
  returns('redis.Redis.pubsub', 'redis.client.PubSub'),
  ...everySource('stored', under('redis.Redis', redisReads), 'a value from Redis'),
  ...everySource('network', under('redis.Redis', redisQueues), 'a message from Redis'),
  twin('redis.cluster.RedisCluster', 'redis.Redis'),
  twin('redis.RedisCluster', 'redis.Redis'),
  ...everySource('network', under('redis.client.PubSub', 'get_message listen'), 'a message from Redis'),
  concept('redis.Redis.eval', 'database-execute', 'script', 0),
  ...everySource('stored', ['memcache.Client.get', 'memcache.Client.get_multi'], 'a value from memcached'),
  ...everySource('stored', ['pymemcache.client.base.Client.get', 'pylibmc.Client.get'], 'a value from memcached'),
  ...everyCall('deserialize', ['memcache.Client.get', 'memcache.Client.get_multi', 'pylibmc.Client.get'], 'key', 0),

  ...everySource(
    'network',
    ['kombu.Message', 'kombu.message.Message', 'kombu.simple.SimpleQueue.get'],
    'a message from a queue',
  ),
  ...everySource(
    'network',
    [
      ...under('pika.adapters.blocking_connection.BlockingChannel', 'basic_get consume'),
      'aio_pika.IncomingMessage',
      'aio_pika.abc.AbstractIncomingMessage',
    ],
    'a message from a queue',
  ),
  ...everySource(
    'network',
    [
      'kafka.KafkaConsumer',
      'confluent_kafka.Consumer.poll',
      'confluent_kafka.Consumer.consume',
      'aiokafka.AIOKafkaConsumer',
    ],
    'a message from Kafka',
  ),
  twin('pika.BlockingConnection', 'pika.adapters.blocking_connection.BlockingConnection'),
  libraryClass('pika.adapters.blocking_connection.BlockingConnection'),
  libraryClass('pika.adapters.blocking_connection.BlockingChannel'),
  libraryClass('pika.channel.Channel'),
  returns(
    'pika.adapters.blocking_connection.BlockingConnection.channel',
    'pika.adapters.blocking_connection.BlockingChannel',
  ),
  ...['aio_pika.IncomingMessage', 'aio_pika.abc.AbstractIncomingMessage'].map((name) => libraryClass(name)),
  ...under('kafka.KafkaConsumer', 'topics partitions_for_topic subscription assignment commit close metrics').map(
    harmless,
  ),
  libraryClass('confluent_kafka.Consumer'),
  libraryClass('kafka.KafkaConsumer'),
  ...everySource('network', ['paho.mqtt.client.MQTTMessage', 'nats.aio.msg.Msg'], 'a message from a queue'),
  libraryClass('paho.mqtt.client.MQTTMessage'),
  ...under('paho.mqtt.client.MQTTMessage', 'qos retain dup mid timestamp state').map(harmless),
  // who publishes chooses the exchange and the key; the broker the rest
  libraryClass('pika.spec.Basic.Deliver'),
  source('pika.spec.Basic.Deliver', 'network', 'a message from a queue'),
  ...under('pika.spec.Basic.Deliver', 'delivery_tag redelivered consumer_tag').map(harmless),
  libraryClass('zmq.Socket'),
  libraryClass('zmq.Context'),
  libraryClass('zmq.asyncio.Socket', 'zmq.Socket'),
  libraryClass('zmq.asyncio.Context', 'zmq.Context'),
  returns('zmq.asyncio.Context.socket', 'zmq.asyncio.Socket'),
  returns('zmq.Context.socket', 'zmq.Socket'),
  returns('zmq.Context.instance', 'zmq.Context'),
  ...everyCall('deserialize', under('zmq.Socket', 'recv_pyobj')),
  ...everyCall('serialize', under('zmq.Socket', 'send_pyobj'), 'obj', 0),
  ...everySource(
    'network',
    under('zmq.Socket', 'recv recv_string recv_json recv_multipart recv_pyobj recv_serialized'),
    'a message from a socket',
  ),
  concept('zmq.Socket.bind', 'socket-bind', 'addr', 0),

  ...everySource(
    'network',
    ['boto3.client().get_object()', 'boto3.client().receive_message()', 'boto3.resource().Object().get()'],
    'an object in the cloud',
  ),
  ...everySource(
    'network',
    ['google.cloud.storage.blob.Blob.download_as_bytes', 'google.cloud.storage.Blob.download_as_string'],
    'an object in the cloud',
  ),
  ...everySource(
    'network',
    ['azure.storage.blob.BlobClient.download_blob', 'azure.functions.HttpRequest'],
    'an object in the cloud',
  ),
  // what calls a function at AWS: the client's context comes from the client, the rest from the platform
  libraryClass('awslambdaric.lambda_context.LambdaContext'),
  source('awslambdaric.lambda_context.LambdaContext', 'network', 'the context'),
  ...under(
    'awslambdaric.lambda_context.LambdaContext',
    'function_name function_version invoked_function_arn memory_limit_in_mb aws_request_id log_group_name log_stream_name get_remaining_time_in_millis log identity tenant_id',
  ).map(harmless),
  ...everySource('network', ['discord.Message', 'telegram.Update', 'aiogram.types.Message'], 'a chat message'),
  ...['discord.Message', 'telegram.Update', 'aiogram.types.Message', 'azure.functions.HttpRequest'].map((name) =>
    libraryClass(name),
  ),
  ...everySource('network', ['grpc.ServicerContext.invocation_metadata', 'scapy.all.sniff'], 'data from the network'),
];
