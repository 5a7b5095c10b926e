package dev.envproof.replica.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Collects what a container wrote. */
final class LogLines extends ResultCallback.Adapter<Frame> {
    private final Queue<String> pieces = new ConcurrentLinkedQueue<>();

    @Override
    public void onNext(Frame frame) {
        pieces.add(new String(frame.getPayload(), StandardCharsets.UTF_8));
    }

    List<String> last(int most) {
        List<String> lines = String.join("", pieces).lines().toList();
        return lines.subList(Math.max(0, lines.size() - most), lines.size());
    }
}
