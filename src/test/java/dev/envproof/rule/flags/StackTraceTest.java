package dev.envproof.rule.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StackTraceTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            Java       | java.lang.IllegalStateException: no\\n\\tat com.acme.Jobs.find(Jobs.java:42)
            Java       | at java.base/java.lang.Thread.run(Unknown Source)
            Java       | at com.acme.JobsKt.main(Jobs.kt:7)
            Python     | Traceback (most recent call last):
            Python     | <pre>File &quot;/srv/app/main.py&quot;, line 12, in find</pre>
            Python     | "detail": "File \\"/srv/app/main.py\\", line 12"
            JavaScript | TypeError: x is not a function<br> &nbsp;at find (/srv/app/dist/jobs.js:10:15)
            JavaScript | at process.processTicksAndRejections (node:internal/process/task_queues:95:5)
            JavaScript | at file:///srv/app/jobs.mjs:3:9
            .NET       | at Acme.Jobs.Find(Int32 id) in C:\\src\\Jobs.cs:line 42
            Go         | goroutine 18 [running]:\\nmain.find(0x1)
            Go         | \\t/srv/app/main.go:42 +0x1d
            Ruby       | /srv/app/jobs.rb:42:in `find'
            PHP        | Stack trace: #0 /srv/app/index.php(42): find()
            PHP        | Fatal error: Uncaught Error in /srv/app/index.php on line 42
            Rust       | thread 'main' panicked at src/main.rs:4:5
            Java       | at com.acme.Jobs$$EnhancerBySpringCGLIB$$1a2b.find(<generated>)
            Java       | at com.acme.Jobs.find(Jobs.java)
            Python     | Traceback <em>(most recent call last)</em>
            Python     | "trace": ["File \\u0022/srv/app/main.py\\u0022, line 12, in find"]
            JavaScript | {"stack":"Error: no\\n    at find (\\/srv\\/app\\/jobs.js:10:15)"}
            JavaScript | at Object.get$ [as jobs] (webpack-internal:///./src/jobs.ts:3:9)
            JavaScript | at find (&#x2F;srv&#x2F;app&#x2F;jobs.js:10:15)
            .NET       | at Acme.Jobs.Find(Int32 id)\\r\\n   at Acme.Program.Main(String[] args)
            .NET       | at Acme.Jobs.Find(Int32 id)<br>   at Acme.Program.Main(String[] args)
            Go         | find failed\\nmain.find\\n\\t/srv/app/main.go:42\\nmain.main
            Ruby       | /srv/app/jobs.rb:42:in &#x27;find&#x27;
            PHP        | in \\/srv\\/app\\/index.php:42\\nStack trace:\\n#0 {main}
            Rust       | thread 'main' (4711) panicked at src/main.rs:4:5
            Rust       | 2: jobs::find\\n             at ./src/jobs.rs:10:5
            structured | {"exception":"ErrorException","file":"\\/srv\\/app\\/Jobs.php","line":42,"trace":[]}
            structured | "stackTrace":[{"className":"com.acme.Jobs","fileName":"Jobs.java","lineNumber":42}]
            structured | [{"filename": "/srv/app/main.py", "lineno": 12, "name": "find"}]
            Elixir     | (phoenix 1.7.14) lib/phoenix/router.ex:484: Phoenix.Router.__call__/5
            """)
    void recognises_what_a_runtime_prints(String runtime, String body) {
        assertThat(StackTrace.in(body)).contains(runtime);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"error\":\"not found\"}",
                "{\"error\":\"internal error\",\"request\":\"5d2c0e1a\"}",
                "failed at 10:15:30 in region eu-west-1, see request 42",
                "look at the documentation (chapter 3:2) of jobs.java",
                "Stack trace suppressed",
                "{\"file\":\"resume.pdf\",\"line\":3}",
                "{\"error\":\"line 3 of the upload is no row\",\"file\":\"jobs.csv\"}",
                "look at a.b(c) and then at d.e(f)",
                "<p>Meet us at /office at 10:15</p>"
            })
    void leaves_plain_errors_alone(String body) {
        assertThat(StackTrace.in(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"at a(", "(a 1.1", "#1 a", "at /a:1:", "File \"", "{\"file\":\"", "\nat a(b)", "thread 'a", "<"})
    void reads_the_largest_body_in_bounded_time(String part) {
        String body = part.repeat((1 << 20) / part.length());

        assertThat(assertTimeoutPreemptively(Duration.ofMinutes(2), () -> StackTrace.in(body)))
                .isNotNull();
    }
}
