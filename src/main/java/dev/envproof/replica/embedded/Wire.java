package dev.envproof.replica.embedded;

import dev.envproof.environment.Variables;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes what a replica is told (records of this project, texts and collections of them) from one of its processes to
 * another that runs the same program.
 */
final class Wire {
    private static final String OURS = "dev.envproof.";

    private Wire() {}

    static String encoded(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** @throws IllegalArgumentException where it is no text of {@link #encoded}, or holds something else */
    static <T> T decoded(Class<T> type, String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return type.cast(read(in));
        } catch (IOException | ReflectiveOperationException | ClassCastException malformed) {
            throw new IllegalArgumentException("not what another part of this program wrote: " + malformed, malformed);
        }
    }

    private static void write(DataOutputStream out, Object value) throws IOException {
        if (value instanceof Optional<?> optional) {
            writeAll(out, 'O', optional.stream().toList());
        } else if (value instanceof List<?> list) {
            writeAll(out, 'L', list);
        } else if (value instanceof Set<?> set) {
            writeAll(out, 'S', set);
        } else if (value instanceof Map<?, ?> map) {
            List<Object> flat = new ArrayList<>();
            map.forEach((key, entry) -> flat.addAll(List.of(key, entry)));
            writeAll(out, 'M', flat);
        } else if (value instanceof Variables variables) {
            out.writeByte('V');
            write(out, variables.asMap());
        } else if (value instanceof Enum<?> constant) {
            out.writeByte('E');
            writeText(out, constant.getDeclaringClass().getName());
            writeText(out, constant.name());
        } else if (value instanceof Record) {
            out.writeByte('R');
            writeText(out, value.getClass().getName());
            writeAll(out, 'L', components(value));
        } else {
            writeLeaf(out, value);
        }
    }

    private static void writeLeaf(DataOutputStream out, Object value) throws IOException {
        out.writeByte(Leaf.of(value).name().charAt(0));
        writeText(out, value.toString());
    }

    private static void writeAll(DataOutputStream out, char kind, Collection<?> values) throws IOException {
        out.writeByte(kind);
        out.writeInt(values.size());
        for (Object value : values) {
            write(out, value);
        }
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static List<Object> components(Object value) {
        List<Object> values = new ArrayList<>();
        try {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                values.add(accessor.invoke(value));
            }
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("records of this project can be read", impossible);
        }
        return values;
    }

    private static Object read(DataInputStream in) throws IOException, ReflectiveOperationException {
        char kind = (char) in.readByte();
        return switch (kind) {
            case 'O' -> readAll(in).stream().findFirst();
            case 'L' -> List.copyOf(readAll(in));
            case 'S' -> new LinkedHashSet<>(readAll(in));
            case 'M' -> map(readAll(in));
            case 'V' -> new Variables(texts(read(in)));
            case 'E' -> constant(readText(in), readText(in));
            case 'R' -> record(readText(in), in);
            default -> Leaf.of(kind).read(readText(in));
        };
    }

    private static List<Object> readAll(DataInputStream in) throws IOException, ReflectiveOperationException {
        int count = in.readInt();
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(read(in));
        }
        return values;
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static Map<Object, Object> map(List<Object> flat) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < flat.size(); i += 2) {
            map.put(flat.get(i), flat.get(i + 1));
        }
        return map;
    }

    private static Map<String, String> texts(Object map) {
        Map<String, String> texts = new LinkedHashMap<>();
        ((Map<?, ?>) map).forEach((key, value) -> texts.put((String) key, (String) value));
        return texts;
    }

    private static Object constant(String type, String name) throws ReflectiveOperationException {
        return Arrays.stream(ours(type).getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ClassNotFoundException(type + "." + name));
    }

    private static Object record(String type, DataInputStream in) throws IOException, ReflectiveOperationException {
        Class<?> known = ours(type);
        Class<?>[] parameters = Arrays.stream(known.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        var constructor = known.getDeclaredConstructor(parameters);
        constructor.setAccessible(true);
        return constructor.newInstance(((List<?>) read(in)).toArray());
    }

    /** No other class is looked at, whatever the text says. */
    private static Class<?> ours(String type) throws ReflectiveOperationException {
        if (!type.startsWith(OURS)) {
            throw new ClassNotFoundException(type);
        }
        return Class.forName(type);
    }
}
