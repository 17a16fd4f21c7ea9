package io.candletrace.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** The same message in the envelopes of several vendors, with the fields that theirs have beside OpenAI's. */
public final class VendorEnvelopes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> ENVELOPES = envelopes();

    private VendorEnvelopes() {}

    /** A whole body by the vendor's name, its message replaced by this text. */
    public static Map<String, String> around(String content) {
        var bodies = new LinkedHashMap<String, String>();
        ENVELOPES.forEach((vendor, envelope) -> bodies.put(vendor, envelope.replace("$CONTENT", json(content))));
        return bodies;
    }

    private static String json(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> envelopes() {
        var bodies = new LinkedHashMap<String, String>();
        bodies.put("OpenAI", """
                {"id": "chatcmpl-B9", "object": "chat.completion", "created": 1741569952, "model": "gpt-4.1-2025-04-14",
                 "choices": [{"index": 0, "message": {"role": "assistant", "content": $CONTENT, "refusal": null, "annotations": []},
                              "logprobs": null, "finish_reason": "stop"}],
                 "usage": {"prompt_tokens": 100, "completion_tokens": 50, "total_tokens": 150,
                           "prompt_tokens_details": {"cached_tokens": 64, "audio_tokens": 0},
                           "completion_tokens_details": {"reasoning_tokens": 30, "audio_tokens": 0}},
                 "service_tier": "default", "system_fingerprint": "fp_1"}""");
        bodies.put("Azure OpenAI", """
                {"id": "chatcmpl-6v", "object": "chat.completion", "created": 1679072642, "model": "gpt-4.1",
                 "prompt_filter_results": [{"prompt_index": 0, "content_filter_results": {"hate": {"filtered": false, "severity": "safe"}}}],
                 "choices": [{"index": 0, "finish_reason": "stop", "content_filter_results": {"hate": {"filtered": false, "severity": "safe"}},
                              "message": {"role": "assistant", "content": $CONTENT}}],
                 "usage": {"prompt_tokens": 100, "completion_tokens": 50, "total_tokens": 150}}""");
        bodies.put("Anthropic", """
                {"id": "msg_01", "object": "chat.completion", "created": 1741569952, "model": "claude-sonnet-4",
                 "choices": [{"index": 0, "message": {"role": "assistant", "content": $CONTENT}, "finish_reason": "stop"}],
                 "usage": {"prompt_tokens": 100, "completion_tokens": 50, "total_tokens": 150}}""");
        bodies.put("Gemini", """
                {"id": "aGk", "object": "chat.completion", "created": 1741569952, "model": "gemini-2.5-pro",
                 "choices": [{"index": 0, "message": {"role": "assistant", "content": $CONTENT}, "finish_reason": "stop"}],
                 "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 150}}""");
        bodies.put("Mistral", """
                {"id": "cmpl-e5", "object": "chat.completion", "created": 1702256327, "model": "mistral-medium-latest",
                 "choices": [{"index": 0, "message": {"role": "assistant", "content": $CONTENT, "tool_calls": null, "prefix": false},
                              "finish_reason": "stop"}],
                 "usage": {"prompt_tokens": 100, "completion_tokens": 50, "total_tokens": 150}}""");
        bodies.put("Mistral, content in parts", """
                {"id": "cmpl-e6", "object": "chat.completion", "model": "magistral-medium",
                 "choices": [{"index": 0, "message": {"role": "assistant", "content": [{"type": "text", "text": $CONTENT}]}, "finish_reason": "stop"}],
                 "usage": {"prompt_tokens": 100, "completion_tokens": 50, "total_tokens": 150}}""");
        bodies.put("DeepSeek", """
                {"id": "30f6", "object": "chat.completion", "created": 1718345013, "model": "deepseek-reasoner",
                 "choices": [{"index": 0, "message": {"role": "assistant", "content": $CONTENT, "reasoning_content": "Let me do not buy this."},
                              "finish_reason": "stop", "logprobs": null}],
                 "usage": {"prompt_tokens": 100, "completion_tokens": 50, "total_tokens": 150, "prompt_cache_hit_tokens": 64,
                           "prompt_cache_miss_tokens": 36, "completion_tokens_details": {"reasoning_tokens": 30}}}""");
        bodies.put("Groq", """
                {"id": "chatcmpl-f5", "object": "chat.completion", "created": 1730241104, "model": "llama-4-maverick",
                 "choices": [{"index": 0, "message": {"role": "assistant", "content": $CONTENT}, "logprobs": null, "finish_reason": "stop"}],
                 "usage": {"queue_time": 0.03, "prompt_tokens": 100, "prompt_time": 0.001, "completion_tokens": 50,
                           "completion_time": 0.4, "total_tokens": 150, "total_time": 0.4},
                 "system_fingerprint": "fp_2", "x_groq": {"id": "req_1"}, "service_tier": "on_demand"}""");
        bodies.put("xAI", """
                {"id": "0daf", "object": "chat.completion", "created": 1742623380, "model": "grok-4",
                 "choices": [{"index": 0, "message": {"role": "assistant", "content": $CONTENT, "refusal": null}, "finish_reason": "stop"}],
                 "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 150,
                           "prompt_tokens_details": {"text_tokens": 80, "image_tokens": 20, "cached_tokens": 64},
                           "completion_tokens_details": {"reasoning_tokens": 30}, "num_sources_used": 0}}""");
        bodies.put("OpenRouter", """
                {"id": "gen-1", "provider": "Someone", "model": "a/b", "object": "chat.completion", "created": 1742623380,
                 "choices": [{"logprobs": null, "finish_reason": "stop", "native_finish_reason": "end_turn", "index": 0,
                              "message": {"role": "assistant", "content": $CONTENT, "refusal": null, "reasoning": null}}],
                 "usage": {"prompt_tokens": 100, "completion_tokens": 50, "total_tokens": 150, "cost": 0.00014, "is_byok": false,
                           "prompt_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 60},
                           "cost_details": {"upstream_inference_cost": null}}}""");
        bodies.put("vLLM", """
                {"id": "chatcmpl-9c", "object": "chat.completion", "created": 1742623380, "model": "qwen3-vl",
                 "choices": [{"index": 0, "message": {"role": "assistant", "reasoning_content": null, "content": $CONTENT, "tool_calls": []},
                              "logprobs": null, "finish_reason": "stop", "stop_reason": null}],
                 "usage": {"prompt_tokens": 100, "total_tokens": 150, "completion_tokens": 50, "prompt_tokens_details": null},
                 "prompt_logprobs": null, "kv_transfer_params": null}""");
        bodies.put("Ollama", """
                {"id": "chatcmpl-44", "object": "chat.completion", "created": 1742623380, "model": "llava",
                 "system_fingerprint": "fp_ollama",
                 "choices": [{"index": 0, "message": {"role": "assistant", "content": $CONTENT}, "finish_reason": "stop"}],
                 "usage": {"prompt_tokens": 100, "completion_tokens": 50, "total_tokens": 150}}""");
        bodies.put("llama.cpp", """
                {"choices": [{"finish_reason": "stop", "index": 0, "message": {"role": "assistant", "content": $CONTENT}}],
                 "created": 1742623380, "model": "gguf", "system_fingerprint": "b4900", "object": "chat.completion",
                 "usage": {"completion_tokens": 50, "prompt_tokens": 100, "total_tokens": 150}, "id": "chatcmpl-zz",
                 "timings": {"prompt_n": 100, "predicted_per_second": 41.2}}""");
        bodies.put("no usage at all", """
                {"id": "x", "model": "m", "choices": [{"index": 0, "message": {"role": "assistant", "content": $CONTENT}, "finish_reason": "stop"}]}""");
        return bodies;
    }
}
