package dev.envproof.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.Phases;
import org.junit.jupiter.api.Test;

/** The Jenkinsfile is Groovy, and has the sections of a declarative pipeline and no others. */
class JenkinsfileTest {
    private static final String TEXT = Example.text("jenkins/Jenkinsfile");

    @Test
    void it_is_one_pipeline_with_the_sections_that_declarative_syntax_has() {
        List<Call> top = calls(TEXT, 1);
        assertThat(top).extracting(Call::name).containsExactly("pipeline");
        assertThat(calls(TEXT, 2))
                .extracting(Call::name)
                .contains("stages", "post")
                .isSubsetOf("tools", "options", "triggers", "parameters", "environment", "stages", "post");
        assertThat(TEXT).contains("\n    agent any\n");
    }

    @Test
    void every_stage_has_steps() {
        assertThat(calls(TEXT, 3))
                .filteredOn(call -> call.name().equals("stage"))
                .hasSize(2);
        assertThat(calls(TEXT, 4))
                .extracting(Call::name)
                .filteredOn("steps"::equals)
                .hasSize(2);
    }

    @Test
    void a_slip_is_refused() {
        assertThatThrownBy(() -> calls(TEXT.replaceFirst("\\}", ""), 1)).isInstanceOf(CompilationFailedException.class);
    }

    private record Call(String name) {}

    /** Calls that take a block, at this depth of blocks. */
    private static List<Call> calls(String text, int depth) {
        CompilationUnit unit = new CompilationUnit();
        unit.addSource("Jenkinsfile", text);
        unit.compile(Phases.CONVERSION);
        List<Call> found = new ArrayList<>();
        Blocks blocks = new Blocks(depth, found);
        ASTNode script = unit.getAST().getModules().get(0).getStatementBlock();
        script.visit(blocks);
        return found;
    }

    private static final class Blocks extends CodeVisitorSupport {
        private final int wanted;
        private final List<Call> found;
        private int depth;

        Blocks(int wanted, List<Call> found) {
            this.wanted = wanted;
            this.found = found;
        }

        @Override
        public void visitMethodCallExpression(MethodCallExpression call) {
            boolean takesBlock = call.getArguments() instanceof TupleExpression arguments
                    && arguments.getExpressions().stream().anyMatch(ClosureExpression.class::isInstance);
            depth += takesBlock ? 1 : 0;
            if (takesBlock && depth == wanted) {
                found.add(new Call(call.getMethodAsString()));
            }
            if (call.getArguments() instanceof ArgumentListExpression arguments) {
                arguments.getExpressions().stream()
                        .filter(ClosureExpression.class::isInstance)
                        .map(ClosureExpression.class::cast)
                        .forEach(block -> block.getCode().visit(this));
            }
            depth -= takesBlock ? 1 : 0;
        }
    }
}
