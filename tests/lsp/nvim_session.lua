-- Drives the language server from inside Neovim and writes down what the editor then knows.
-- Environment: SERVER (the command, words apart by newlines), MODEL (a file), RESULT (JSON).

local result = {}
local function finish()
  local file = assert(io.open(vim.env.RESULT, "w"))
  file:write(vim.fn.json_encode(result))
  file:close()
  vim.cmd("qall!")
end

local function codes()
  local found = {}
  for _, item in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, string.format("%s %d:%d-%d:%d", item.code or item.user_data.lsp.code,
      item.lnum, item.col, item.end_lnum, item.end_col))
  end
  table.sort(found)
  return found
end

local function until_true(condition)
  return vim.wait(60000, condition, 20)
end

local function has(prefix)
  return function()
    for _, text in ipairs(codes()) do
      if vim.startswith(text, prefix) then return true end
    end
    return false
  end
end

local ok, problem = pcall(function()
  vim.cmd("edit " .. vim.env.MODEL)
  local client = vim.lsp.start_client({
    name = "flake8-concat",
    cmd = vim.split(vim.env.SERVER, "\n"),
    root_dir = vim.fn.getcwd(),
  })
  vim.lsp.buf_attach_client(0, client)
  until_true(has("CAT101"))
  result.opened = codes()

  local line = vim.fn.search("Concatenate(axis=1)")
  local text = vim.fn.getline(line)
  vim.api.nvim_buf_set_lines(0, line - 1, line, true, { (text:gsub("axis=1", "axis=2")) })
  until_true(function() return not has("CAT101")() end)
  result.edited = codes()
  vim.api.nvim_buf_set_lines(0, line - 1, line, true, { text })
  until_true(has("CAT101"))

  vim.api.nvim_win_set_cursor(0, { line, 20 })
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {}, only = { "quickfix" } }
  local answer = vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, 60000)
  result.actions = {}
  for _, action in ipairs(answer[client].result) do
    table.insert(result.actions, action.title)
    if action.title == "Use axis=2" then
      vim.lsp.util.apply_workspace_edit(action.edit, vim.lsp.get_client_by_id(client).offset_encoding)
    end
  end
  until_true(function() return not has("CAT101")() end)
  result.mended = codes()
  result.line = vim.fn.getline(line)

  -- this Neovim may be too old to show inlay hints; its client can ask for them all the same
  local hints = vim.lsp.buf_request_sync(0, "textDocument/inlayHint", {
    textDocument = vim.lsp.util.make_text_document_params(),
    range = { start = { line = line - 1, character = 0 }, ["end"] = { line = line - 1, character = 0 } },
  }, 60000)
  result.hints = {}
  for _, hint in ipairs(hints[client].result) do table.insert(result.hints, hint.label) end
end)
if not ok then result.problem = tostring(problem) end
finish()
