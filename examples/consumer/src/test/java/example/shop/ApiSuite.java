package example.shop;

import static org.hamcrest.Matchers.containsString;

import dev.envproof.junit.EachEnvironment;
import dev.envproof.junit.Reached;
import org.junit.jupiter.api.DisplayName;

@DisplayName("the api")
class ApiSuite {

    @EachEnvironment
    void answers_in_json(Reached environment) {
        environment
                .request()
                .get("/api/health")
                .then()
                .statusCode(200)
                .contentType(containsString("json"));
    }
}
