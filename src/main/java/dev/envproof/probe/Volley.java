package dev.envproof.probe;

import dev.envproof.evidence.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Sends many requests, so many at once, within one budget.
 *
 * @param atOnce the most requests under way at a time
 * @param budget when it is used up, what was not answered yet counts as not answered
 */
public record Volley(Wire wire, int atOnce, Duration budget) {

    /** The replies in the order of the requests. */
    public List<Reply> send(List<Ask> asks) {
        if (asks.isEmpty()) {
            return List.of();
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(atOnce, asks.size()), Volley::daemon);
        try {
            List<Future<Reply>> under = pool.invokeAll(
                    asks.stream()
                            .map(ask -> (Callable<Reply>) () -> wire.send(ask))
                            .toList(),
                    budget.toMillis(),
                    TimeUnit.MILLISECONDS);
            return replies(asks, under);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return asks.stream().map(ask -> notSent(ask, "the run was stopped")).toList();
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Reply> replies(List<Ask> asks, List<Future<Reply>> ended) throws InterruptedException {
        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < asks.size(); i++) {
            replies.add(reply(asks.get(i), ended.get(i)));
        }
        return List.copyOf(replies);
    }

    private static Reply reply(Ask ask, Future<Reply> ended) throws InterruptedException {
        try {
            return ended.get();
        } catch (CancellationException late) {
            return notSent(ask, "the probe's budget was used up");
        } catch (ExecutionException defect) {
            throw new IllegalStateException("a wire must answer, not throw", defect.getCause());
        }
    }

    private static Reply notSent(Ask ask, String why) {
        // the address only: a header may hold a key
        String request = ask.method() + " " + ask.address().getPath();
        return new Reply.NoAnswer(Reply.Stage.REQUEST, why, new Exchange(request, List.of(why), ""));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "envproof-volley");
        thread.setDaemon(true);
        return thread;
    }
}
