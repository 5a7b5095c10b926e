package dev.envproof.rule.flags;

import static org.assertj.core.api.Assertions.assertThat;

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
                "<p>Meet us at /office at 10:15</p>"
            })
    void leaves_plain_errors_alone(String body) {
        assertThat(StackTrace.in(body)).isEmpty();
    }
}
