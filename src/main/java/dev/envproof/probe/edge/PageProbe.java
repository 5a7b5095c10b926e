package dev.envproof.probe.edge;

import dev.envproof.environment.Target;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads each page that a system declares, its scripts, their chunks and source maps, from the page's own address alone. */
public final class PageProbe implements Probe<PageProbe.Seen> {
    private static final int MOST_FILES = 40;
    private static final int MOST_CHARACTERS = 16 << 20;

    /**
     * @param files pages first
     * @param unread pages, and files of theirs, that gave no answer
     * @param isCut whether there was more to read than is read
     */
    public record Seen(List<PageFile> files, List<Reply> unread, boolean isCut) implements dev.envproof.probe.Seen {
        public Seen {
            files = List.copyOf(files);
            unread = List.copyOf(unread);
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        PageSearch search = PageSearch.of(target);
        List<PageFile> files = new ArrayList<>();
        List<Reply> unread = new ArrayList<>();
        boolean isCut = false;
        for (PublicAddress door : PublicAddress.of(target)) {
            String page = target.system().pages().get(door.service());
            if (page != null) {
                isCut |= read(target, lookout, search, door.url().resolve(page), files, unread);
            }
        }
        return new Seen(files, unread, isCut);
    }

    private static boolean read(
            Target target, Lookout lookout, PageSearch search, URI page, List<PageFile> files, List<Reply> unread) {
        Set<URI> known = new LinkedHashSet<>(Set.of(page));
        Deque<URI> waiting = new ArrayDeque<>(known);
        int characters = 0;
        boolean isCut = false;
        for (int read = 0; !waiting.isEmpty(); read++) {
            if (read == MOST_FILES || characters > MOST_CHARACTERS) {
                return true;
            }
            URI address = waiting.removeFirst();
            Ask ask = Addressed.to(target, Ask.get(address).within(PublicAddress.DEADLINE));
            Reply reply = lookout.wire().send(ask);
            if (!(reply instanceof Answer answer) || answer.status() >= 500) {
                unread.add(reply);
                continue;
            }
            characters += answer.body().length();
            isCut |= answer.cut();
            files.add(new PageFile(address, search.keys(answer.body()), search.called(answer), answer.exchange()));
            PageSearch.loaded(address, answer).stream().filter(known::add).forEach(waiting::add);
        }
        return isCut;
    }
}
