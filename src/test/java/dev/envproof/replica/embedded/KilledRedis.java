package dev.envproof.replica.embedded;

import java.io.IOException;

/** A run with a Redis alone, for a test that kills it. */
final class KilledRedis {
    private KilledRedis() {}

    public static void main(String[] arguments) throws IOException {
        try (RunFolder folder = RunFolder.create();
                RedisProcess redis = new RedisProcess("redis-staging", folder.path(), RandomText.word(20))) {
            redis.start();
            System.out.println(KilledRun.UP);
            System.in.transferTo(System.out);
        }
    }
}
